import { chunks } from '../../../database/insert';
import type { Trx } from '../../../database/trx';
import { updateEach } from '../../../database/update-each';
import { instant } from '../../../database/values';
import type { StoredInstant } from '../../../database/values';
import { APPOINTMENTS } from './appointment-row';
import { windowColumns } from './rules';
import type { ActivityRules } from './rules';
import { titleOf } from './title';

/** Appointments in one statement; stays below SQLite's limit of bound values. */
const CHUNK = 400;

const MINUTES_PER_HOUR = 60;
const OWN = `${APPOINTMENTS}.aggregator_bookings <> 'as_activity'`;
const IS_ALLOWED = `${APPOINTMENTS}.aggregator_bookings = 'allowed'`;

/**
 * What the rules say of an appointment, as SQL: the same as `resolvedColumns` in `rules.ts`, for
 * whole sets. An appointment whose activity is gone is offered to nobody.
 *
 * @param ofActivity makes an expression over the activity's columns one of the appointment's
 */
function resolved(ofActivity: (expression: string) => string) {
  const there = `(${ofActivity('activity.id')}) IS NOT NULL`;
  return {
    aggregator_allowed: `(CASE WHEN ${OWN} THEN (${IS_ALLOWED} AND ${there}) ELSE COALESCE(${ofActivity("activity.aggregator_bookings = 'allowed'")}, FALSE) END)`,
    spot_limit: `(CASE WHEN ${OWN} THEN ${APPOINTMENTS}.aggregator_spot_limit ELSE ${ofActivity('activity.aggregator_spot_limit')} END)`,
    booking_opens_minutes: ofActivity(`activity.booking_opens_hours * ${MINUTES_PER_HOUR}`),
    booking_closes_minutes: `COALESCE(${ofActivity('activity.booking_closes_minutes')}, ${APPOINTMENTS}.booking_closes_minutes)`,
    late_cancel_minutes: `COALESCE(${ofActivity(`activity.cancellation_period_hours * ${MINUTES_PER_HOUR}`)}, ${APPOINTMENTS}.late_cancel_minutes)`,
  };
}

function bySubquery(expression: string): string {
  return `(SELECT ${expression} FROM activities activity WHERE activity.document_id = ${APPOINTMENTS}.activity_key)`;
}

/** Resolves the rules of these appointments, in one statement for some hundred of them. */
export async function resolveRules(trx: Trx, documentIds: string[]): Promise<void> {
  const columns = Object.entries(resolved(bySubquery)).map(([column, sql]) => [
    column,
    trx.raw(sql),
  ]);
  for (const part of chunks(documentIds, CHUNK)) {
    await trx(APPOINTMENTS)
      .whereIn('document_id', part)
      .update(Object.fromEntries(columns) as Record<string, unknown>);
  }
}

/**
 * Stores an activity's rules on all its appointments, in two statements however many they are;
 * those that go their own way keep their permission and limit. Appointments that are over keep the
 * windows under which they were booked: reports of past months count by them.
 */
export async function resolveRulesOfActivity(
  trx: Trx,
  activity: string,
  rules: ActivityRules,
  now: Date,
): Promise<void> {
  await trx(APPOINTMENTS)
    .where({ activity_key: activity })
    .where('ends_at', '>', now)
    .update(windowColumns(rules));
  await trx(APPOINTMENTS)
    .where({ activity_key: activity, aggregator_bookings: 'as_activity' })
    .update({
      aggregator_allowed: rules.aggregatorBookings === 'allowed',
      spot_limit: rules.aggregatorSpotLimit,
    });
}

/**
 * Appointments that are not over and on which another rule is stored than the one that holds, in
 * the order of their numbers.
 *
 * @param after the number behind which to look
 */
export async function staleAppointments(
  trx: Trx,
  after: number,
  limit: number,
  now: Date,
): Promise<Array<{ id: number; documentId: string }>> {
  const { aggregator_allowed, ...numbers } = resolved((expression) => `(${expression})`);
  const differing = [
    `COALESCE(${APPOINTMENTS}.aggregator_allowed, FALSE) <> ${aggregator_allowed}`,
    ...Object.entries(numbers).map(
      ([column, sql]) => `COALESCE(${APPOINTMENTS}.${column}, -1) <> COALESCE(${sql}, -1)`,
    ),
  ].join(' OR ');
  const rows = await trx(APPOINTMENTS)
    .leftJoin({ activity: 'activities' }, 'activity.document_id', `${APPOINTMENTS}.activity_key`)
    .where(`${APPOINTMENTS}.ends_at`, '>', now)
    .where(`${APPOINTMENTS}.id`, '>', after)
    .whereRaw(`(${differing})`)
    .orderBy(`${APPOINTMENTS}.id`)
    .limit(limit)
    .select<
      Array<{ id: number; document_id: string }>
    >(`${APPOINTMENTS}.id`, `${APPOINTMENTS}.document_id`);
  return rows.map((row) => ({ id: row.id, documentId: row.document_id }));
}

/** Takes activity and venue over from the relations, where a direct edit left them out. */
async function fillKeys(trx: Trx, documentIds: string[]): Promise<void> {
  const within = (column: string) =>
    trx(APPOINTMENTS).whereIn('document_id', documentIds).whereNull(column);
  await within('activity_key').update({
    activity_key: trx.raw(
      `(SELECT activity.document_id FROM appointments_activity_lnk link JOIN activities activity ON activity.id = link.activity_id WHERE link.appointment_id = ${APPOINTMENTS}.id)`,
    ),
  });
  await within('venue_key').update({
    venue_key: trx.raw(
      `(SELECT venue.document_id FROM activities activity JOIN activities_venue_lnk link ON link.activity_id = activity.id JOIN venues venue ON venue.id = link.venue_id WHERE activity.document_id = ${APPOINTMENTS}.activity_key)`,
    ),
  });
}

interface Titled {
  id: number;
  starts_at: StoredInstant;
  name: string;
  time_zone: string;
}

/** Gives appointments the title that staff know them by. */
async function giveTitles(trx: Trx, documentIds: string[]): Promise<void> {
  const rows = await trx({ appointment: APPOINTMENTS })
    .join({ activity: 'activities' }, 'activity.document_id', 'appointment.activity_key')
    .join({ venue: 'venues' }, 'venue.document_id', 'appointment.venue_key')
    .whereIn('appointment.document_id', documentIds)
    .select<
      Titled[]
    >('appointment.id', 'appointment.starts_at', 'activity.name', 'venue.time_zone');
  await updateEach(
    trx,
    APPOINTMENTS,
    'title',
    rows.map(({ id, name, starts_at, time_zone }) => ({
      id,
      value: titleOf(name, instant(starts_at), time_zone),
    })),
  );
}

/** Brings everything in line that the project keeps on appointments by itself. */
export async function settleAppointments(trx: Trx, documentIds: string[]): Promise<void> {
  for (const part of chunks(documentIds, CHUNK)) {
    await fillKeys(trx, part);
    await giveTitles(trx, part);
    await resolveRules(trx, part);
  }
}
