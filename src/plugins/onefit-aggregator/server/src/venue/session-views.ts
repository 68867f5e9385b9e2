import type { SessionView } from '../wire/session';
import { instant, instantOrNull } from './ports';
import type { StoredInstant, Trx } from './ports';

const MINUTE = 60_000;

/** What a session is made of: an appointment, its activity and its venue. */
interface Row {
  id: string;
  venue_key: string;
  state: 'scheduled' | 'cancelled';
  allowed: boolean | number | null;
  rule: 'as_activity' | 'not_allowed' | 'allowed' | null;
  starts_at: StoredInstant;
  ends_at: StoredInstant;
  room: string | null;
  teacher: string | null;
  capacity: number;
  booked: number;
  booked_by_aggregator: number;
  spot_limit: number | null;
  booking_opens_minutes: number | null;
  booking_closes_minutes: number;
  late_cancel_minutes: number;
  cancelled_at: StoredInstant | null;
  cancellation_reason: string | null;
  class_id: string;
  class_name: string;
  kind: 'class' | 'training';
  description: string | null;
  time_zone: string;
}

const COLUMNS = {
  id: 'appointment.document_id',
  venue_key: 'appointment.venue_key',
  state: 'appointment.state',
  allowed: 'appointment.aggregator_allowed',
  rule: 'appointment.aggregator_bookings',
  starts_at: 'appointment.starts_at',
  ends_at: 'appointment.ends_at',
  room: 'appointment.room',
  teacher: 'appointment.teacher',
  capacity: 'appointment.capacity',
  booked: 'appointment.booked',
  booked_by_aggregator: 'appointment.booked_by_aggregator',
  spot_limit: 'appointment.spot_limit',
  booking_opens_minutes: 'appointment.booking_opens_minutes',
  booking_closes_minutes: 'appointment.booking_closes_minutes',
  late_cancel_minutes: 'appointment.late_cancel_minutes',
  cancelled_at: 'appointment.cancelled_at',
  cancellation_reason: 'appointment.cancellation_reason',
  class_id: 'activity.document_id',
  class_name: 'activity.name',
  kind: 'activity.kind',
  description: 'activity.description',
  time_zone: 'venue.time_zone',
};

/** A session as it stands, and the venue whose it is. */
export interface PlacedSession {
  venueKey: string;
  /** whether it has a rule of its own instead of its activity's */
  ownRule: boolean;
  view: SessionView;
}

function toView(row: Row, orderActive: boolean): SessionView {
  const startsAt = instant(row.starts_at);
  const before = (minutes: number) => new Date(startsAt.getTime() - minutes * MINUTE);
  return {
    id: row.id,
    state: row.state,
    offered: orderActive && (row.allowed === true || row.allowed === 1),
    class: {
      id: row.class_id,
      name: row.class_name,
      kind: row.kind,
      description: row.description,
    },
    startsAt,
    endsAt: instant(row.ends_at),
    timeZone: row.time_zone,
    room: row.room,
    teacher: row.teacher,
    capacity: row.capacity,
    booked: row.booked,
    bookedByAggregator: row.booked_by_aggregator,
    spotLimit: row.spot_limit,
    bookingOpensAt: row.booking_opens_minutes === null ? null : before(row.booking_opens_minutes),
    bookingClosesAt: before(row.booking_closes_minutes),
    lateCancelAt: before(row.late_cancel_minutes),
    cancelledAt: instantOrNull(row.cancelled_at),
    cancellationReason: row.cancellation_reason,
  };
}

/** Appointments with activity and venue beside them; callers add their conditions. */
export function sessionQuery(trx: Trx) {
  return trx({ appointment: 'appointments' })
    .join({ activity: 'activities' }, 'activity.document_id', 'appointment.activity_key')
    .join({ venue: 'venues' }, 'venue.document_id', 'appointment.venue_key')
    .columns(COLUMNS);
}

/** Makes sessions of the rows of {@link sessionQuery}. */
export function sessionsFrom(rows: unknown[], orderActive: boolean): PlacedSession[] {
  return (rows as Row[]).map((row) => ({
    venueKey: row.venue_key,
    ownRule: row.rule !== null && row.rule !== 'as_activity',
    view: toView(row, orderActive),
  }));
}

/** The sessions of these appointments as they stand, by document id; deleted ones are missing. */
export async function readSessions(
  trx: Trx,
  documentIds: string[],
  orderActive: boolean,
): Promise<Map<string, PlacedSession>> {
  const rows = (await sessionQuery(trx).whereIn(
    'appointment.document_id',
    documentIds,
  )) as unknown[];
  return new Map(sessionsFrom(rows, orderActive).map((session) => [session.view.id, session]));
}
