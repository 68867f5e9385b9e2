import type { HeldSession } from '../../loop/onefit';
import type {
  ActivityRow,
  AppointmentRow,
  BookingRow,
  StoredInstant,
  VenueRow,
} from './venue-rows';
import { onTheWall } from './wall-clock';

/** A session in every field that the venue decides. */
export type ExpectedSession = Omit<HeldSession, 'version'>;

/** An appointment with all that its session depends on. */
export interface SessionFacts {
  appointment: AppointmentRow;
  activity: ActivityRow;
  venue: VenueRow;
  /** of this appointment, in any state */
  bookings: BookingRow[];
  orderActive: boolean;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "`confirmed`, `checked_in` and `no_show` hold a spot." */
const HOLD_A_SPOT = ['confirmed', 'checked_in', 'no_show'];

/** Whether Onefit may offer it: the order is in force, and its own rule or the activity's allows it. */
export function isOffered({ appointment, activity, orderActive }: SessionFacts): boolean {
  const own = appointment.aggregator_bookings;
  const rule = own === 'as_activity' ? activity.aggregator_bookings : own;
  return orderActive && rule === 'allowed';
}

function statusOf(facts: SessionFacts): ExpectedSession['status'] {
  if (facts.appointment.state === 'cancelled') return 'cancelled';
  return isOffered(facts) ? 'scheduled' : 'withdrawn';
}

/** An appointment that goes its own way brings its own limit. */
function limitOf({ appointment, activity }: SessionFacts): number | null {
  return appointment.aggregator_bookings === 'as_activity'
    ? activity.aggregator_spot_limit
    : appointment.aggregator_spot_limit;
}

/** "max(0, min(totalSpots − all active bookings, limit − active Onefit bookings)); 0 unless scheduled" */
function availableSpots(facts: SessionFacts): number {
  if (statusOf(facts) !== 'scheduled') return 0;
  const holding = facts.bookings.filter(({ state }) => HOLD_A_SPOT.includes(state));
  const fromOnefit = holding.filter(({ source }) => source === 'onefit');
  const limit = limitOf(facts) ?? Infinity;
  const { capacity } = facts.appointment;
  return Math.max(0, Math.min(capacity - holding.length, limit - fromOnefit.length));
}

/**
 * What Onefit should hold of an appointment, written from the contract ("Resources") and from what
 * people entered. It shares no code with the plugin, and reads no column that the project works out.
 */
export function expectedSession(facts: SessionFacts): ExpectedSession {
  const { appointment, activity, venue } = facts;
  const status = statusOf(facts);
  const startsAt = new Date(appointment.starts_at).getTime();
  const at = (instant: StoredInstant) => onTheWall(new Date(instant), venue.time_zone);
  const opens = activity.booking_opens_hours;
  const isCancelled = status === 'cancelled';
  return {
    id: appointment.document_id,
    status,
    class: {
      id: activity.document_id,
      name: activity.name,
      kind: activity.kind,
      description: activity.description,
    },
    startsAt: at(startsAt),
    endsAt: at(appointment.ends_at),
    timeZone: venue.time_zone,
    room: appointment.room,
    teacher: appointment.teacher,
    totalSpots: appointment.capacity,
    totalAggregatorSpots: limitOf(facts),
    availableSpots: availableSpots(facts),
    bookingOpensAt: opens === null ? null : at(startsAt - opens * HOUR),
    bookingClosesAt: at(startsAt - activity.booking_closes_minutes * MINUTE),
    lateCancelAt: at(startsAt - activity.cancellation_period_hours * HOUR),
    cancelledAt:
      isCancelled && appointment.cancelled_at !== null ? at(appointment.cancelled_at) : null,
    cancellationReason: isCancelled ? appointment.cancellation_reason : null,
  };
}
