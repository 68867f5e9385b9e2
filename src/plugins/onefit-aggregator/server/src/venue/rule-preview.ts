import type { Trx } from './ports';

/** The coming appointments that a rule reaches, and what saving it does to them. */
export interface RulePreview {
  /** not offered now, offered then */
  arriving: number;
  /** offered now, not offered then */
  leaving: number;
  /** offered before and after; changes of theirs are sent */
  staying: number;
  /** active bookings of aggregators in all of them; none of them ends */
  bookings: number;
  /** appointments that already have more bookings of aggregators than the limit allows */
  overLimit: number;
  /** appointments with a rule of their own, which stay as they are */
  own: number;
}

/** The rule of the activity that an appointment follows unless it has its own. */
export interface FollowedRule {
  documentId: string;
  name: string;
  allowed: boolean;
  spotLimit: number | null;
}

interface Sums {
  following: number | string | null;
  offered: number | string | null;
  bookings: number | string | null;
  over_limit: number | string | null;
  own: number | string | null;
}

/** More than any appointment can hold: no limit. */
const NO_LIMIT = 1_000_000;

function coming(trx: Trx, now: Date) {
  return trx('appointments').where({ state: 'scheduled' }).where('ends_at', '>', now);
}

function count(sum: number | string | null): number {
  return Number(sum ?? 0);
}

/** @param follows SQL that is true for the appointments that the rule reaches */
async function sumsOf(
  trx: Trx,
  query: ReturnType<typeof coming>,
  follows: string,
  limit: number | null,
): Promise<Sums> {
  const sum = (condition: string, value = '1') =>
    `SUM(CASE WHEN ${follows} AND ${condition} THEN ${value} ELSE 0 END)`;
  const offered = 'COALESCE(aggregator_allowed, FALSE)';
  const row: unknown = await query.first(
    trx.raw(`${sum('1 = 1')} AS following`),
    trx.raw(`${sum(offered)} AS offered`),
    trx.raw(`${sum('1 = 1', 'booked_by_aggregator')} AS bookings`),
    trx.raw(`${sum('booked_by_aggregator > ?')} AS over_limit`, [limit ?? NO_LIMIT]),
    trx.raw(`SUM(CASE WHEN ${follows} THEN 0 ELSE 1 END) AS own`),
  );
  return row as Sums;
}

function previewOf(sums: Sums, allowed: boolean): RulePreview {
  const following = count(sums.following);
  const offered = count(sums.offered);
  return {
    arriving: allowed ? following - offered : 0,
    leaving: allowed ? 0 : offered,
    staying: allowed ? offered : 0,
    bookings: count(sums.bookings),
    overLimit: allowed ? count(sums.over_limit) : 0,
    own: count(sums.own),
  };
}

/**
 * What saving this rule on an activity does to its coming appointments, in one statement; null
 * when there is no such activity.
 */
export async function previewActivityRule(
  trx: Trx,
  activity: string,
  rule: { allowed: boolean; spotLimit: number | null },
  now: Date,
): Promise<RulePreview | null> {
  const known: unknown = await trx('activities').where({ document_id: activity }).first('id');
  if (known === undefined) return null;
  const query = coming(trx, now).where({ activity_key: activity });
  const sums = await sumsOf(trx, query, "aggregator_bookings = 'as_activity'", rule.spotLimit);
  return previewOf(sums, rule.allowed);
}

async function followedRule(trx: Trx, appointment: string): Promise<FollowedRule | null> {
  const row: unknown = await trx({ appointment: 'appointments' })
    .join({ activity: 'activities' }, 'activity.document_id', 'appointment.activity_key')
    .where('appointment.document_id', appointment)
    .first({
      documentId: 'activity.document_id',
      name: 'activity.name',
      rule: 'activity.aggregator_bookings',
      spotLimit: 'activity.aggregator_spot_limit',
    });
  const found = row as (Omit<FollowedRule, 'allowed'> & { rule: string | null }) | undefined;
  if (!found) return null;
  const { rule, ...activity } = found;
  return { ...activity, allowed: rule === 'allowed' };
}

/**
 * What saving this rule on one appointment does, and the rule of its activity; null when there is
 * no such appointment.
 */
export async function previewAppointmentRule(
  trx: Trx,
  appointment: string,
  own: { rule: 'as_activity' | 'not_allowed' | 'allowed'; spotLimit: number | null },
  now: Date,
): Promise<(RulePreview & { activity: FollowedRule }) | null> {
  const activity = await followedRule(trx, appointment);
  if (!activity) return null;
  const follows = own.rule === 'as_activity';
  const allowed = follows ? activity.allowed : own.rule === 'allowed';
  const limit = follows ? activity.spotLimit : own.spotLimit;
  const query = coming(trx, now).where({ document_id: appointment });
  return { ...previewOf(await sumsOf(trx, query, '1 = 1', limit), allowed), activity };
}
