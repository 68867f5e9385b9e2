import { readdirSync } from 'node:fs';
import type { Knex } from '../../support/connect';
import type { VenueProcess } from '../../support/venue-process';

/** What a venue took and kept at one moment. */
export interface Sample {
  /** seconds since the load began */
  at: number;
  /** calls answered so far */
  calls: number;
  /** after its garbage was collected: objects in use and resident memory, in megabytes */
  usedMb: number;
  residentMb: number;
  /** how long the event loop was held up since the sample before, in milliseconds */
  delayP50: number;
  delayP99: number;
  /** the same, half of the time, of the test's own process: what a busy machine does to everybody */
  delayBeside: number;
  /** open file descriptors: files, sockets, pipes */
  handles: number;
  /** rows by table */
  rows: Record<string, number>;
}

/** The tables that a busy venue fills. */
const TABLES = [
  'appointments',
  'bookings',
  'booking_changes',
  'customers',
  'onefit_sync_records',
  'onefit_activity_log',
  'onefit_leases',
  'onefit_notices',
  'customer_messages',
  'strapi_sessions',
];

const MB = 1024 * 1024;

async function countRows(knex: Knex): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const table of TABLES) {
    const [count] = await knex(table).count<Array<{ rows: number | string }>>({ rows: '*' });
    rows[table] = Number(count?.rows ?? 0);
  }
  return rows;
}

function round(number: number): number {
  return Number(number.toFixed(1));
}

/** Measures a venue while it works. */
export async function takeSample(
  venue: VenueProcess,
  knex: Knex,
  soFar: { at: number; calls: number; delayBeside: number },
): Promise<Sample> {
  const { p50, p99 } = (await venue.ask('delay')) as { p50: number; p99: number };
  const { used, resident } = await venue.memoryAfterCleaning();
  return {
    at: Math.round(soFar.at),
    calls: soFar.calls,
    usedMb: round(used / MB),
    residentMb: round(resident / MB),
    delayP50: round(p50),
    delayP99: round(p99),
    delayBeside: round(soFar.delayBeside),
    handles: readdirSync(`/proc/${venue.pid}/fd`).length,
    rows: await countRows(knex),
  };
}
