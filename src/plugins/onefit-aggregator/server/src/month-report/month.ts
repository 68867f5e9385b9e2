import { monthAfter } from '../../../shared/months';

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** How long after a month Onefit checks members in by hand; what is recorded later counts no more. */
const SETTLING_HOURS = 72;

/** A calendar month of a venue as instants. */
export interface Month {
  /** `2026-11` */
  name: string;
  from: Date;
  /** the first instant that does not belong to it */
  to: Date;
  /** the last instant whose changes count */
  finalAt: Date;
}

export function isMonth(text: string): boolean {
  return MONTH.test(text);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  formatters.set(timeZone, made);
  return made;
}

/** The wall time of a zone at an instant, `2026-11-30 18:30:00`. */
function wallTime(instant: Date, timeZone: string): string {
  return formatterOf(timeZone).format(instant);
}

/** The day of a zone at an instant, `2026-11-30`. */
export function dayIn(instant: Date, timeZone: string): string {
  return wallTime(instant, timeZone).slice(0, 10);
}

/** The clock of a zone at an instant, `2026-11-30 18:30`: sorted as text it is sorted by time. */
export function minuteIn(instant: Date, timeZone: string): string {
  return wallTime(instant, timeZone).slice(0, 16);
}

/** The month of a zone at an instant, `2026-11`. */
export function monthIn(instant: Date, timeZone: string): string {
  return dayIn(instant, timeZone).slice(0, 7);
}

/** The first instant of a day in a zone, also where its clock skips midnight. */
function startOfDay(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // No zone is further than 14 hours from Greenwich, and all change by quarters of an hour.
  let early = utc - 15 * HOUR;
  let late = utc + 15 * HOUR;
  while (late - early > MINUTE) {
    const middle = early + Math.floor((late - early) / (2 * MINUTE)) * MINUTE;
    if (dayIn(new Date(middle), timeZone) < day) early = middle;
    else late = middle;
  }
  return new Date(late);
}

/**
 * A month in the zone of a venue.
 *
 * @param name `2026-11`
 * @param timeZone IANA
 */
export function monthOf(name: string, timeZone: string): Month {
  const to = startOfDay(`${monthAfter(name)}-01`, timeZone);
  return {
    name,
    from: startOfDay(`${name}-01`, timeZone),
    to,
    finalAt: new Date(to.getTime() + SETTLING_HOURS * HOUR),
  };
}

/** Every day of a month, `2026-11-01` and so on. */
export function daysOf(name: string): string[] {
  const [year = 0, month = 0] = name.split('-').map(Number);
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from(
    { length: count },
    (_, index) => `${name}-${String(index + 1).padStart(2, '0')}`,
  );
}
