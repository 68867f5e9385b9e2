import { iso } from '../venue';
import type { Knex, StoredInstant } from '../venue';

/** An appointment as the schedule shows it. Instants in ISO 8601, UTC; shown in `timeZone`. */
export interface ScheduledAppointment {
  documentId: string;
  name: string;
  kind: 'class' | 'training';
  startsAt: string | null;
  endsAt: string | null;
  timeZone: string;
  venue: { documentId: string; name: string };
  room: string | null;
  teacher: string | null;
  state: 'scheduled' | 'cancelled';
  cancellationReason: string | null;
  capacity: number;
  booked: number;
  bookedByOnefit: number;
  /** whether the rules let aggregators book it */
  aggregatorAllowed: boolean;
  spotLimit: number | null;
  /** whether it is one of the dates of a repetition */
  inSeries: boolean;
}

interface Row {
  documentId: string;
  name: string;
  kind: 'class' | 'training';
  startsAt: StoredInstant;
  endsAt: StoredInstant;
  timeZone: string;
  venueId: string;
  venueName: string;
  room: string | null;
  teacher: string | null;
  state: 'scheduled' | 'cancelled';
  cancellationReason: string | null;
  capacity: number;
  booked: number;
  bookedByOnefit: number;
  aggregatorAllowed: boolean | number | null;
  spotLimit: number | null;
  seriesKey: string | null;
}

const COLUMNS = {
  documentId: 'appointment.document_id',
  name: 'activity.name',
  kind: 'activity.kind',
  startsAt: 'appointment.starts_at',
  endsAt: 'appointment.ends_at',
  timeZone: 'venue.time_zone',
  venueId: 'venue.document_id',
  venueName: 'venue.name',
  room: 'appointment.room',
  teacher: 'appointment.teacher',
  state: 'appointment.state',
  cancellationReason: 'appointment.cancellation_reason',
  capacity: 'appointment.capacity',
  booked: 'appointment.booked',
  bookedByOnefit: 'appointment.booked_by_aggregator',
  aggregatorAllowed: 'appointment.aggregator_allowed',
  spotLimit: 'appointment.spot_limit',
  seriesKey: 'appointment.series_key',
};

function query(knex: Knex) {
  return knex({ appointment: 'appointments' })
    .join({ activity: 'activities' }, 'activity.document_id', 'appointment.activity_key')
    .join({ venue: 'venues' }, 'venue.document_id', 'appointment.venue_key')
    .select(COLUMNS);
}

function toAppointment({ venueId, venueName, seriesKey, ...row }: Row): ScheduledAppointment {
  return {
    ...row,
    startsAt: iso(row.startsAt),
    endsAt: iso(row.endsAt),
    venue: { documentId: venueId, name: venueName },
    aggregatorAllowed: row.aggregatorAllowed === true || row.aggregatorAllowed === 1,
    inSeries: seriesKey !== null,
  };
}

/** More than a busy venue has in a month; what lies beyond is asked for by days or by venue. */
const MOST_LISTED = 2000;

/**
 * The appointments that start in a span, by start: one statement however many. `complete` is false
 * where there are more than are listed.
 */
export async function listAppointments(
  knex: Knex,
  span: { from: Date; to: Date; venue: string | null },
): Promise<{ appointments: ScheduledAppointment[]; complete: boolean }> {
  const list = query(knex)
    .where('appointment.starts_at', '>=', span.from)
    .where('appointment.starts_at', '<', span.to)
    .orderBy(['appointment.starts_at', 'appointment.id'])
    .limit(MOST_LISTED + 1);
  if (span.venue !== null) list.where('appointment.venue_key', span.venue);
  const rows = (await list) as Row[];
  return {
    appointments: rows.slice(0, MOST_LISTED).map(toAppointment),
    complete: rows.length <= MOST_LISTED,
  };
}

/** One appointment; null when there is none. */
export async function readAppointment(
  knex: Knex,
  documentId: string,
): Promise<ScheduledAppointment | null> {
  const row: unknown = await query(knex).where('appointment.document_id', documentId).first();
  return row === undefined ? null : toAppointment(row as Row);
}
