/** A day of the calendar, `2026-11-30`. */
export type Day = string;

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_OF_WEEK = 7;

/** Days since 1970: for arithmetic. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The day of {@link dayNumber}'s number. */
export function dayOf(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The day so many days later, or earlier below 0. */
export function daysLater(day: Day, count: number): Day {
  return dayOf(dayNumber(day) + count);
}

/** Whether a text is a day that the calendar has, in a year that a plan can mean. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const number = dayNumber(text);
  const year = Number(text.slice(0, 4));
  return !Number.isNaN(number) && dayOf(number) === text && year >= 1970 && year <= 2999;
}

/** Whether a text is a time of day, `18:30`. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  // 1 January 1970 was a Thursday.
  return ((dayNumber(day) + 3) % DAYS_OF_WEEK) + 1;
}

/** The number of the Monday on or before a day. */
function mondayBefore(number: number): number {
  return number - ((number + 3) % DAYS_OF_WEEK);
}

/**
 * The first day, from `from` on, that is one of the weekdays in a week that counts: the week of
 * `from` itself and every `everyWeeks`th one after it. Weeks begin on Monday.
 */
export function firstDay(from: Day, weekdays: number[], everyWeeks: number): Day {
  const start = dayNumber(from);
  const monday = mondayBefore(start);
  const days = weekdays
    .map((weekday) => monday + weekday - 1)
    .map((day) => (day < start ? day + everyWeeks * DAYS_OF_WEEK : day));
  return dayOf(Math.min(...days));
}

/** Whether a day is one of the weekdays in a week that counts, from `from` on. */
export function fallsOn(day: Day, from: Day, weekdays: number[], everyWeeks: number): boolean {
  if (dayNumber(day) < dayNumber(from) || !weekdays.includes(weekdayOf(day))) return false;
  const weeks = (mondayBefore(dayNumber(day)) - mondayBefore(dayNumber(from))) / DAYS_OF_WEEK;
  return weeks % everyWeeks === 0;
}
