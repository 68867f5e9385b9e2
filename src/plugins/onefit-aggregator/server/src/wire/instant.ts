/**
 * Instants on the wire: RFC 3339 text with an offset, seconds precision when we write it.
 * Rule: docs/onefit-api.md, "Instants".
 */

/** Requests may name instants from 1970 up to, not including, this one. Every database holds that range. */
export const LATEST_INSTANT = new Date('3000-01-01T00:00:00Z');

const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|[+-](\d{2}):(\d{2}))$/;
const LONG_OFFSET = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;
const MINUTE = 60_000;

/** One formatter per zone: making one costs a hundred times as much as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/**
 * The UTC offset of an IANA zone at an instant, in minutes east of Greenwich. The few historic
 * offsets with seconds are rounded to the minute, because RFC 3339 cannot write them.
 * @throws RangeError when the zone is unknown or the date invalid.
 */
export function utcOffsetMinutes(instant: Date, timeZone: string): number {
  // Such as "3/28/2027, GMT+02:00". Taking it apart ourselves is twice as fast as formatToParts.
  const text = formatterOf(timeZone).format(instant);
  const match = LONG_OFFSET.exec(text);
  if (!match) throw new RangeError(`No UTC offset can be read from "${text}" (zone ${timeZone}).`);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match;
  const offset = Math.round(Number(hours) * 60 + Number(minutes) + Number(seconds) / 60);
  return sign === '-' ? -offset : offset;
}

/** `2026-11-22T06:00:00Z`: UTC, fractions of a second cut off. */
export function formatUtc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

/**
 * `2027-03-28T09:30:00+02:00`: the wall time of the zone at that instant with its offset then,
 * fractions of a second cut off.
 * @throws RangeError when the zone is unknown or the date invalid.
 */
export function formatInZone(instant: Date, timeZone: string): string {
  const offset = utcOffsetMinutes(instant, timeZone);
  const wallTime = new Date(instant.getTime() + offset * MINUTE).toISOString().slice(0, 19);
  const distance = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  return `${wallTime}${sign}${pad(Math.floor(distance / 60))}:${pad(distance % 60)}`;
}

/**
 * Reads an RFC 3339 instant with an offset. Digits beyond milliseconds are cut off.
 * @returns null when the text is no such instant, names a day that does not exist, or lies
 * outside 1970–2999.
 */
export function parseInstant(text: string): Date | null {
  const match = RFC_3339.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (hour > 23 || minute > 59 || second > 59) return null;
  if (Number(match[7] ?? 0) > 23 || Number(match[8] ?? 0) > 59) return null;
  // Date.parse takes 30 February for 2 March: a day that does not exist lands in another month.
  if (new Date(Date.UTC(year, month - 1, day)).getUTCMonth() !== month - 1) return null;
  const instant = new Date(text);
  if (instant.getTime() < 0 || instant.getTime() >= LATEST_INSTANT.getTime()) return null;
  return instant;
}
