import type { Appointment } from '../api/appointments';

function dayIn(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
}

/**
 * The appointments of today at their venue that are not over yet, the next first; cancelled ones
 * are none.
 */
export function comingToday(appointments: Appointment[], now: Date): Appointment[] {
  return appointments
    .filter(({ state, startsAt, endsAt, timeZone }) => {
      if (state === 'cancelled' || startsAt === null) return false;
      const over = endsAt !== null && new Date(endsAt) <= now;
      return !over && dayIn(new Date(startsAt), timeZone) === dayIn(now, timeZone);
    })
    .sort((one, other) => (one.startsAt ?? '').localeCompare(other.startsAt ?? ''));
}
