import { setTimeout as sleep } from 'node:timers/promises';
import type { Doc } from '../../loop/staff';
import { readOnefit } from '../checker/at-onefit';
import type { AtOnefit, SessionAtOnefit } from '../checker/at-onefit';
import type { Stage } from '../stage/stage';

/** One linked venue with an activity that has many appointments, for what needs no storm. */
export interface OneVenue {
  /** the Venue UUID */
  uuid: string;
  activity: string;
  /** document ids, by start */
  appointments: string[];
}

const DAYS = 250;

/** A rule that gives so many dates, at most eight a day, from tomorrow on. */
function ruleOf(count: number, now: Date): string {
  const day = new Date(now.getTime() + 24 * 60 * 60_000).toISOString().slice(0, 10);
  const blocks: string[] = [];
  for (let left = count, hour = 8; left > 0; left -= DAYS, hour += 1) {
    const start = `${day.replaceAll('-', '')}T${String(hour).padStart(2, '0')}0000`;
    const times = Math.min(DAYS, left);
    blocks.push(`DTSTART:${start}\nDURATION:PT45M\nRRULE:FREQ=DAILY;COUNT=${times}`);
  }
  return blocks.join('\n\n');
}

/**
 * Makes a linked venue with one activity and so many appointments, by the panel's own routes.
 *
 * @param allowed whether Onefit may have them from the start
 */
export async function makeOneVenue(
  stage: Stage,
  count: number,
  allowed: boolean,
): Promise<OneVenue> {
  const [desk] = stage.staff;
  if (!desk) throw new Error('Nobody is at the desk.');
  const company = await desk.create<Doc & { uuid: string }>('company', { name: 'Scale B.V.' });
  const venue = await desk.create<Doc & { uuid: string }>('venue', {
    name: 'Centrum',
    timeZone: 'Europe/Amsterdam',
    company: company.documentId,
  });
  await desk.post('/onefit-aggregator/extension-order', { contactEmail: 'a@venue.example' });
  const ids = { venueId: venue.uuid, companyId: company.uuid };
  await stage.sandbox.control('POST', '/links', ids);
  const { documentId: activity } = await desk.create('activity', {
    name: 'Yoga',
    kind: 'class',
    capacity: 16,
    venue: venue.documentId,
    aggregatorBookings: allowed ? 'allowed' : 'not_allowed',
    recurrenceRule: ruleOf(count, stage.clock.now()),
  });
  const rows: Array<{ documentId: string }> = await stage
    .knex('appointments')
    .where({ activity_key: activity })
    .orderBy(['starts_at', 'id'])
    .select({ documentId: 'document_id' });
  if (rows.length !== count) throw new Error(`${rows.length} appointments, not ${count}.`);
  return { uuid: venue.uuid, activity, appointments: rows.map(({ documentId }) => documentId) };
}

/** What Onefit ever received of a venue. */
export async function sessionsOf(stage: Stage, { uuid }: OneVenue): Promise<SessionAtOnefit[]> {
  const { venues } = await readOnefit(stage.sandbox);
  return venues.find(({ venueId }) => venueId === uuid)?.sessions ?? [];
}

/** How often the venues sent sessions, answered or not. */
export async function requests({ sandbox }: Stage): Promise<number> {
  const { counts } = await sandbox.control<Pick<AtOnefit, 'counts'>>('GET', '/requests?limit=1');
  return counts['sessions.put']?.total ?? 0;
}

/** How many records wait for Onefit. */
async function waiting({ knex }: Stage): Promise<number> {
  const row: unknown = await knex('onefit_sync_records')
    .whereRaw('desired_version > acknowledged_version')
    .count({ rows: '*' })
    .first();
  return Number((row as { rows: number | string }).rows);
}

/** How many records somebody has claimed. */
export async function claimed({ knex }: Stage): Promise<number> {
  const row: unknown = await knex('onefit_sync_records')
    .whereNotNull('lease_token')
    .count({ rows: '*' })
    .first();
  return Number((row as { rows: number | string }).rows);
}

/**
 * Waits until nothing is under way any more.
 *
 * @returns after how many seconds; null when it took longer than `withinMs`
 */
export async function settledAfter(stage: Stage, withinMs: number): Promise<number | null> {
  const began = Date.now();
  while ((await waiting(stage)) > 0) {
    if (Date.now() - began > withinMs) return null;
    await sleep(50);
  }
  return (Date.now() - began) / 1000;
}
