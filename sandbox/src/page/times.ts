/** Times as the page writes them, in a zone that the page names. */

const formats = new Map<string, Intl.DateTimeFormat>();

function format(key: string, timeZone: string, options: Intl.DateTimeFormatOptions, at: Date) {
  const name = `${key} ${timeZone}`;
  let found = formats.get(name);
  if (!found) {
    const locale = key === 'day-key' ? 'en-CA' : 'en-GB';
    found = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    formats.set(name, found);
  }
  return found.format(at);
}

/** `2026-11-30`: the day that an instant falls on in a zone. */
export function dayKey(instant: Date, timeZone: string): string {
  return format(
    'day-key',
    timeZone,
    { year: 'numeric', month: '2-digit', day: '2-digit' },
    instant,
  );
}

/** `Mon 30 Nov`. */
export function dayName(instant: Date, timeZone: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return format('day', timeZone, options, instant).replace(',', '');
}

/** `18:30`. */
export function clockTime(instant: Date, timeZone: string): string {
  return format('clock', timeZone, { hour: '2-digit', minute: '2-digit' }, instant);
}

/** `Mon 30 Nov, 18:30`. */
export function dayAndTime(instant: Date, timeZone: string): string {
  return `${dayName(instant, timeZone)}, ${clockTime(instant, timeZone)}`;
}

/** Gives the day so many days after another, both as `2026-11-30`. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** `18:30:05.120` in the clock of this machine, for the log. */
export function logTime(at: string): string {
  const date = new Date(at);
  const seconds = date.toLocaleTimeString('en-GB');
  return `${seconds}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
