import { ACTIVE } from '../market/active-order';
import { CREDENTIALS_REFUSED } from '../outbound/connection';
import { outstanding, refused } from '../outbound/sync-record';
import { EXTENSION_ORDERS, NOTICES, VENUE_LINKS } from '../tables';
import { instantOrNull } from '../venue/ports';
import type { StoredInstant, Trx } from '../venue/ports';

export const RECORD_KINDS = ['session', 'booking'] as const;
/**
 * What is not at Onefit as it should be; what is delivered is nearly all there is, and counting it
 * would take longer with every year. `unlinked`: due, and Onefit has not linked the venue.
 */
export const RECORD_STATES = ['waiting', 'unlinked', 'refused'] as const;
export const LINK_STATES = ['working', 'failing', 'credentials_refused', 'link_lost'] as const;

/** How the connection stands, in sums over all venues, as the database has it. */
export interface Standing {
  ordered: boolean;
  venues: number;
  records: Array<{ kind: string; state: string; count: number }>;
  /** seconds that the change has waited that has waited longest; 0 = nothing waits */
  lagSeconds: number;
  links: Array<{ state: string; count: number }>;
  /** seconds that the connection fails that fails longest; 0 = none fails */
  failingSeconds: number;
  /** failures in a row of the connection that has most of them */
  failuresInARow: number;
  /** mails to the extension's contact that wait for the mail server */
  noticesWaiting: number;
}

interface RecordSum {
  kind: string;
  state: string;
  count: string | number;
  oldest: StoredInstant | null;
}

interface LinkSum {
  state: string;
  count: string | number;
  failing_since: StoredInstant | null;
  attempts: number | null;
}

const LINK_STATE = `CASE
  WHEN error_code IN (${CREDENTIALS_REFUSED.map(() => '?').join(', ')}) THEN 'credentials_refused'
  WHEN error_code = 'venue_not_linked' THEN 'link_lost'
  WHEN failing_since IS NOT NULL THEN 'failing'
  ELSE 'working' END`;

const WAITING_STATE = "CASE WHEN link.id IS NULL THEN 'unlinked' ELSE 'waiting' END";

async function waitingSums(knex: Trx, now: Date): Promise<RecordSum[]> {
  const states = outstanding(knex, now)
    .leftJoin({ link: VENUE_LINKS }, 'link.venue_key', 'record.venue_key')
    .select('record.kind', 'record.desired_at', knex.raw(`${WAITING_STATE} AS state`));
  return knex
    .from(states.as('stated'))
    .groupBy('kind', 'state')
    .select<RecordSum[]>('kind', 'state')
    .count({ count: '*' })
    .min({ oldest: 'desired_at' });
}

async function refusedSums(knex: Trx, now: Date): Promise<RecordSum[]> {
  const rows = (await refused(knex, now)
    .groupBy('record.kind')
    .select({ kind: 'record.kind' })
    .count({ count: '*' })) as unknown as Array<Pick<RecordSum, 'kind' | 'count'>>;
  return rows.map((row) => ({ ...row, state: 'refused', oldest: null }));
}

async function linkSums(knex: Trx): Promise<LinkSum[]> {
  const states = knex(VENUE_LINKS).select(
    'failing_since',
    'attempts',
    knex.raw(`${LINK_STATE} AS state`, CREDENTIALS_REFUSED),
  );
  return knex
    .from(states.as('stated'))
    .groupBy('state')
    .select<LinkSum[]>('state')
    .count({ count: '*' })
    .min({ failing_since: 'failing_since' })
    .max({ attempts: 'attempts' });
}

async function totals(knex: Trx) {
  const row: unknown = await knex
    .select({
      venues: knex('venues').count('*'),
      ordered: knex(EXTENSION_ORDERS).where({ active_key: ACTIVE }).count('*'),
      notices: knex(NOTICES).whereNull('sent_at').whereNull('given_up_at').count('*'),
    })
    .first();
  return row as Record<'venues' | 'ordered' | 'notices', string | number>;
}

function secondsSince(instants: Array<StoredInstant | null>, now: Date): number {
  const known = instants.flatMap((stored) => instantOrNull(stored)?.getTime() ?? []);
  return known.length === 0 ? 0 : Math.max(0, (now.getTime() - Math.min(...known)) / 1000);
}

/** Reads how the connection stands: four statements, however many venues and records there are. */
export async function readStanding(knex: Trx, now: Date): Promise<Standing> {
  const records = [...(await waitingSums(knex, now)), ...(await refusedSums(knex, now))];
  const links = await linkSums(knex);
  const { venues, ordered, notices } = await totals(knex);
  const late = records.filter(({ state }) => state === 'waiting');
  return {
    ordered: Number(ordered) > 0,
    venues: Number(venues),
    records: records.map(({ kind, state, count }) => ({ kind, state, count: Number(count) })),
    lagSeconds: secondsSince(
      late.map(({ oldest }) => oldest),
      now,
    ),
    links: links.map(({ state, count }) => ({ state, count: Number(count) })),
    failingSeconds: secondsSince(
      links.map((link) => link.failing_since),
      now,
    ),
    failuresInARow: Math.max(0, ...links.map(({ attempts }) => attempts ?? 0)),
    noticesWaiting: Number(notices),
  };
}
