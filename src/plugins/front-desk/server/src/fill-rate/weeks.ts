const WEEKS = 8;
const DAY = 24 * 60 * 60 * 1000;

/** How full the appointments of a week were. */
export interface WeekFill {
  /** its Monday, `2026-11-23` */
  monday: string;
  appointments: number;
  spots: number;
  booked: number;
  bookedByOnefit: number;
}

/** An appointment as far as it counts here. */
export interface FilledAppointment {
  startsAt: Date;
  /** IANA, of its venue */
  timeZone: string;
  capacity: number;
  booked: number;
  bookedByOnefit: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function dayIn(instant: Date, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(instant);
}

/** The Monday of a day's week, so many weeks earlier. */
function mondayOf(day: string, weeksBack = 0): string {
  const midnight = new Date(`${day}T00:00:00Z`);
  const sinceMonday = (midnight.getUTCDay() + 6) % 7;
  const monday = midnight.getTime() - (sinceMonday + 7 * weeksBack) * DAY;
  return new Date(monday).toISOString().slice(0, 10);
}

/** From when on appointments may belong to these weeks, in whatever zone. */
export function earliestStart(now: Date): Date {
  return new Date(now.getTime() - (7 * WEEKS + 1) * DAY);
}

/**
 * The last eight weeks, this one last, each in the zone of the venues; weeks without appointments
 * too.
 *
 * @param appointments those that have started
 */
export function weeksOf(appointments: FilledAppointment[], now: Date): WeekFill[] {
  const today = dayIn(now, appointments[0]?.timeZone ?? 'UTC');
  const weeks = new Map<string, WeekFill>();
  for (let back = WEEKS - 1; back >= 0; back -= 1) {
    const monday = mondayOf(today, back);
    weeks.set(monday, { monday, appointments: 0, spots: 0, booked: 0, bookedByOnefit: 0 });
  }
  for (const { startsAt, timeZone, capacity, booked, bookedByOnefit } of appointments) {
    const week = weeks.get(mondayOf(dayIn(startsAt, timeZone)));
    if (!week) continue;
    week.appointments += 1;
    week.spots += capacity;
    week.booked += booked;
    week.bookedByOnefit += bookedByOnefit;
  }
  return [...weeks.values()];
}
