/** A day of the calendar, `YYYY-MM-DD`, wherever on earth it is lived. */
export type Day = string;

export type View = 'day' | 'week';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Clocks on earth are at most this far ahead of UTC, and this far behind. */
const FARTHEST_AHEAD = 14 * HOUR;
const FARTHEST_BEHIND = 12 * HOUR;

const midnight = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (utc: number): Day => new Date(utc).toISOString().slice(0, 10);

/** Whether a text is a day of the calendar. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(midnight(text));
}

/** A day as the design system's date picker takes it: midnight in UTC. */
export function dateOf(day: Day): Date {
  return new Date(midnight(day));
}

/** The day that the date picker gives: midnight where the reader is. */
export function dayOfDate(date: Date): Day {
  return dayOf(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
}

/** The day that an instant falls on where the clocks show `timeZone`. */
export function dayIn(instant: string | Date, timeZone: string): Day {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

export function addDays(day: Day, count: number): Day {
  return dayOf(midnight(day) + count * DAY);
}

/** Monday to Sunday around a day. */
function weekOf(day: Day): Day[] {
  const sinceMonday = (new Date(midnight(day)).getUTCDay() + 6) % 7;
  return [0, 1, 2, 3, 4, 5, 6].map((index) => addDays(day, index - sinceMonday));
}

/** The days that a view shows around a day. */
export function daysOf(view: View, day: Day): Day[] {
  return view === 'week' ? weekOf(day) : [day];
}

/** The number of the week by ISO 8601: the week of the year's first Thursday is week 1. */
export function weekNumber(day: Day): number {
  const thursday = weekOf(day)[3] ?? day;
  const first = midnight(`${thursday.slice(0, 4)}-01-01`);
  return Math.floor((midnight(thursday) - first) / DAY / 7) + 1;
}

/**
 * The instants between which these days lie in any zone on earth, ISO 8601. What falls on other
 * days in its venue's zone is left out afterwards, so that no change of clocks can shift a day.
 */
export function spanOf(days: Day[]): { from: string; to: string } {
  const first = days[0] ?? dayOf(Date.now());
  const last = days[days.length - 1] ?? first;
  return {
    from: new Date(midnight(first) - FARTHEST_AHEAD).toISOString(),
    to: new Date(midnight(addDays(last, 1)) + FARTHEST_BEHIND).toISOString(),
  };
}
