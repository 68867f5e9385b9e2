import type { Trx } from '../../../database/trx';
import type { ActivityRules } from '../../appointment/domain/rules';

/** The table of `api::activity.activity`. */
export const ACTIVITIES = 'activities';

/** An activity's row, with its venue's key and zone beside it (null without a venue). */
export interface ActivityRow {
  id: number;
  document_id: string;
  name: string;
  capacity: number;
  room: string | null;
  teacher: string | null;
  recurrence_rule: string | null;
  aggregator_bookings: string | null;
  aggregator_spot_limit: number | null;
  booking_opens_hours: number | null;
  booking_closes_minutes: number;
  cancellation_period_hours: number;
  venue_key: string | null;
  time_zone: string | null;
}

const COLUMNS = [
  'id',
  'document_id',
  'name',
  'capacity',
  'room',
  'teacher',
  'recurrence_rule',
  'aggregator_bookings',
  'aggregator_spot_limit',
  'booking_opens_hours',
  'booking_closes_minutes',
  'cancellation_period_hours',
].map((column) => `activity.${column}`);

/** Reads activities as they stand, their venue through the relation that staff edit. */
export async function readActivities(trx: Trx, documentIds: string[]): Promise<ActivityRow[]> {
  return trx({ activity: ACTIVITIES })
    .leftJoin({ link: 'activities_venue_lnk' }, 'link.activity_id', 'activity.id')
    .leftJoin({ venue: 'venues' }, 'venue.id', 'link.venue_id')
    .whereIn('activity.document_id', documentIds)
    .select<ActivityRow[]>([...COLUMNS, 'venue.document_id as venue_key', 'venue.time_zone']);
}

/** Reads one activity as it stands; null when there is none. */
export async function readActivity(trx: Trx, documentId: string): Promise<ActivityRow | null> {
  return (await readActivities(trx, [documentId]))[0] ?? null;
}

/**
 * The row by its number, by which a foreign key locks it too: MariaDB locks what it is found by first, and
 * two that find it in two ways can wait for each other.
 */
async function rowOf(trx: Trx, documentId: string): Promise<{ id: number } | undefined> {
  return trx(ACTIVITIES).where({ document_id: documentId }).first<{ id: number }>('id');
}

/**
 * Holds an activity's row until the transaction ends: whoever makes or takes away its dates, or edits its
 * series, comes after the one who does so now. Taken before any of its appointments' rows.
 */
export async function holdActivity(trx: Trx, documentId: string): Promise<void> {
  const row = await rowOf(trx, documentId);
  if (row) await trx(ACTIVITIES).where(row).forUpdate().first('id');
}

/**
 * Keeps an activity as it is until the transaction ends, for whoever takes its rules over: a change of them
 * that is under way is waited for, and one that comes finds what was made here.
 */
export async function keepActivity(trx: Trx, documentId: string): Promise<void> {
  const row = await rowOf(trx, documentId);
  if (row) await trx(ACTIVITIES).where(row).forShare().first('id');
}

/** The rules that an activity sets for its appointments. */
export function rulesOf(activity: ActivityRow): ActivityRules {
  return {
    aggregatorBookings: activity.aggregator_bookings === 'allowed' ? 'allowed' : 'not_allowed',
    aggregatorSpotLimit: activity.aggregator_spot_limit,
    bookingOpensHours: activity.booking_opens_hours,
    bookingClosesMinutes: activity.booking_closes_minutes,
    cancellationPeriodHours: activity.cancellation_period_hours,
  };
}
