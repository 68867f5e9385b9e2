import type { HeldSession } from './onefit';
import type { Doc, Staff } from './staff';
import type { World } from './world';

const DAY_MS = 24 * 60 * 60_000;
const DAYS_AHEAD = 60;
const MINUTE_MS = 60_000;

/** What an activity says when nothing else is entered. */
const BOOKING_CLOSES_MINUTES = 15;
const LATE_CANCEL_MINUTES = 8 * 60;

/** An appointment as staff see it in the schedule. Instants in ISO 8601, UTC. */
export interface Appointment {
  documentId: string;
  name: string;
  kind: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  room: string | null;
  teacher: string | null;
  state: string;
  capacity: number;
  booked: number;
  bookedByOnefit: number;
}

/** An entry of an appointment's Sign-in list. */
export interface SignInEntry {
  documentId: string;
  customer: { documentId: string; firstName: string; lastName: string } | null;
  product: { name: string } | null;
  source: 'own' | 'onefit';
  state: string;
  canCancel: boolean;
}

/** The coming appointments of an activity, by start. */
export async function comingAppointments(staff: Staff, activity: Doc): Promise<Appointment[]> {
  const now = Date.now();
  const query = new URLSearchParams({
    from: new Date(now).toISOString(),
    to: new Date(now + DAYS_AHEAD * DAY_MS).toISOString(),
  });
  const path = `/front-desk/appointments?${query}`;
  const { appointments } = await staff.get<{ appointments: Appointment[] }>(path);
  return appointments.filter((appointment) => appointment.name === activity.name);
}

/** One appointment with its Sign-in list. */
export function signInOf(
  staff: Staff,
  documentId: string,
): Promise<{ appointment: Appointment; bookings: SignInEntry[] }> {
  return staff.get(`/front-desk/appointments/${documentId}/sign-in`);
}

/** The n-th of the allowed activity's coming appointments; each chapter takes its own. */
export async function pick(world: World, index: number): Promise<Appointment> {
  const appointment = (await comingAppointments(world.staff, world.allowed))[index];
  if (!appointment) throw new Error(`The schedule has no appointment ${index}.`);
  return appointment;
}

/** An instant as the contract writes it: the wall time in a zone, and its offset there. */
export function localInstant(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')
    ?.value.replace('GMT', '');
  return `${parts.replace(' ', 'T')}${offset || '+00:00'}`;
}

/** Every field of the session that Onefit must hold for an appointment, but for its version. */
export function expectedSession(
  appointment: Appointment,
  activity: Doc,
): Omit<HeldSession, 'version'> {
  const { timeZone } = appointment;
  const start = new Date(appointment.startsAt);
  const before = (minutes: number) =>
    localInstant(new Date(start.getTime() - minutes * MINUTE_MS), timeZone);
  return {
    id: appointment.documentId,
    status: 'scheduled',
    class: {
      id: activity.documentId,
      name: appointment.name,
      kind: appointment.kind,
      description: typeof activity.description === 'string' ? activity.description : null,
    },
    startsAt: localInstant(start, timeZone),
    endsAt: localInstant(new Date(appointment.endsAt), timeZone),
    timeZone,
    room: appointment.room,
    teacher: appointment.teacher,
    totalSpots: appointment.capacity,
    totalAggregatorSpots: null,
    availableSpots: appointment.capacity - appointment.booked,
    bookingOpensAt: null,
    bookingClosesAt: before(BOOKING_CLOSES_MINUTES),
    lateCancelAt: before(LATE_CANCEL_MINUTES),
    cancelledAt: null,
    cancellationReason: null,
  };
}
