import type { Trx } from '../../../../database/trx';
import { instant } from '../../../../database/values';
import type { StoredInstant } from '../../../../database/values';
import { APPOINTMENTS } from '../../../appointment/domain/appointment-row';
import { resolvedColumns } from '../../../appointment/domain/rules';
import { titleOf } from '../../../appointment/domain/title';
import { rulesOf } from '../activity-row';
import type { ActivityRow } from '../activity-row';
import { toInstant } from '../recurrence';
import type { LocalDateTime, Occurrence, Repetition } from '../recurrence';
import type { Facts } from './changes';

const MINUTE = 60_000;

/** An activity that has a venue, and so a zone. */
export type PlacedActivity = ActivityRow & { time_zone: string };

/** An appointment's row, as far as an edit of its series needs it. */
export interface SeriesRow {
  id: number;
  document_id: string;
  activity_key: string;
  series_key: string | null;
  state: 'scheduled' | 'cancelled';
  starts_at: StoredInstant;
  ends_at: StoredInstant;
  capacity: number;
  room: string | null;
  teacher: string | null;
  aggregator_bookings: Facts['aggregatorBookings'];
  aggregator_spot_limit: number | null;
}

export const SERIES_COLUMNS = [
  'id',
  'document_id',
  'activity_key',
  'series_key',
  'state',
  'starts_at',
  'ends_at',
  'capacity',
  'room',
  'teacher',
  'aggregator_bookings',
  'aggregator_spot_limit',
];

/** Reads appointments by one of their keys. */
export async function readRows(
  trx: Trx,
  where: { document_id: string } | { activity_key: string },
): Promise<SeriesRow[]> {
  return trx(APPOINTMENTS).where(where).orderBy('id').select<SeriesRow[]>(SERIES_COLUMNS);
}

/** What an appointment has now. */
export function factsOf(row: SeriesRow): Facts {
  return {
    startsAt: instant(row.starts_at),
    endsAt: instant(row.ends_at),
    room: row.room,
    teacher: row.teacher,
    capacity: row.capacity,
    aggregatorBookings: row.aggregator_bookings,
    aggregatorSpotLimit: row.aggregator_spot_limit,
  };
}

/** A date of a block, as an occurrence of it. */
export function occurrenceOf(
  block: Pick<Repetition, 'durationMinutes' | 'values'>,
  localStart: LocalDateTime,
  timeZone: string,
): Occurrence {
  const startsAt = toInstant(localStart, timeZone);
  const endsAt = new Date(startsAt.getTime() + block.durationMinutes * MINUTE);
  return { startsAt, endsAt, localStart, values: block.values };
}

/** What a date has by its series: of its block, and of the activity for the rest. */
export function factsOfSeries(activity: ActivityRow, occurrence: Occurrence): Facts {
  const { startsAt, endsAt, values = {} } = occurrence;
  const { room, teacher, capacity, ...rule } = values;
  return {
    startsAt,
    endsAt,
    room: room === undefined ? activity.room : room,
    teacher: teacher === undefined ? activity.teacher : teacher,
    capacity: capacity ?? activity.capacity,
    aggregatorBookings: rule.aggregatorBookings ?? 'as_activity',
    aggregatorSpotLimit: rule.aggregatorSpotLimit ?? null,
  };
}

/** The columns that hold what an appointment has, with the rules resolved on it. */
export function columnsOf(activity: PlacedActivity, facts: Facts): Record<string, unknown> {
  const { startsAt, endsAt, room, teacher, capacity } = facts;
  const { aggregatorBookings, aggregatorSpotLimit } = facts;
  return {
    title: titleOf(activity.name, startsAt, activity.time_zone),
    starts_at: startsAt,
    ends_at: endsAt,
    room,
    teacher,
    capacity,
    aggregator_bookings: aggregatorBookings,
    aggregator_spot_limit: aggregatorSpotLimit,
    ...resolvedColumns(rulesOf(activity), { aggregatorBookings, aggregatorSpotLimit }),
  };
}
