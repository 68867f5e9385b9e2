import { createPartner } from '../../support/partner';
import type { Knex } from '../../support/connect';
import type { VenueProcess } from '../../support/venue-process';
import { SECRET } from '../crash/stage';

/** What the jobs of one night forgot, and what is still there although it is older than it is kept. */
export interface Night {
  forgotten: number;
  left: number;
}

/** Rows that are kept for so many days, and what tells how old they are. */
interface Kept {
  table: string;
  at: string;
  days: number;
  which(rows: Knex.QueryBuilder): Knex.QueryBuilder;
}

/** How the ids of bookings begin that never come. */
const NEVER = 'never-';

const KEPT: Kept[] = [
  { table: 'onefit_activity_log', at: 'at', days: 90, which: (rows) => rows },
  {
    table: 'onefit_notices',
    at: 'sent_at',
    days: 90,
    which: (rows) => rows.whereNotNull('sent_at'),
  },
  {
    table: 'customer_messages',
    at: 'created_at',
    days: 90,
    which: (rows) => rows.whereNot({ state: 'due' }),
  },
  {
    table: 'onefit_sync_records',
    at: 'desired_at',
    days: 90,
    which: (rows) =>
      rows
        .where({ kind: 'booking' })
        .whereRaw('desired_version IN (acknowledged_version, refused_version)'),
  },
  // Of those alone that no member of the load comes back to.
  {
    table: 'bookings',
    at: 'modified_at',
    days: 400,
    which: (rows) => rows.whereNull('appointment_key').where('external_id', 'like', `${NEVER}%`),
  },
];

const DAY_MS = 24 * 60 * 60 * 1000;
/** Cancellations of bookings that never come, each night. */
const TOMBSTONES = 5;

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * DAY_MS);
}

async function countOld(knex: Knex): Promise<number> {
  let old = 0;
  for (const { table, at, days, which } of KEPT) {
    const query = which(knex(table)).where(at, '<', daysAgo(days));
    const [found] = await query.count<Array<{ rows: number | string }>>({ rows: '*' });
    old += Number(found?.rows ?? 0);
  }
  return old;
}

/** Makes all that is there as old as if it had been there for longer than it is kept. */
async function letTimePass(knex: Knex): Promise<void> {
  for (const { table, at, days, which } of KEPT) {
    await which(knex(table)).update({ [at]: daysAgo(days + 1) });
  }
}

/**
 * A long time goes by, and then a night with its jobs.
 *
 * @param number of the night: it stands in the ids of the bookings that never come
 * @param jobs whether the jobs run, which only a control denies them
 */
export async function spendNight(
  venue: VenueProcess,
  knex: Knex,
  { uuid, number, jobs }: { uuid: string; number: number; jobs: boolean },
): Promise<Night> {
  const onefit = createPartner(venue.url, () => new Date(), SECRET);
  for (let index = 0; index < TOMBSTONES; index += 1) {
    const { status } = await onefit.cancel(uuid, `${NEVER}${number}-${index}`);
    if (status !== 202) throw new Error(`A cancellation before its booking: ${status}, not 202.`);
  }
  await letTimePass(knex);
  const old = await countOld(knex);
  if (jobs) await venue.ask('night');
  const left = await countOld(knex);
  return { forgotten: old - left, left };
}
