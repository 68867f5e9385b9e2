/** Checks of single values that JSON Schema has no words for, and reads of what they passed. */

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** Ids are opaque strings of 1 to 64 characters of `A-Za-z0-9._:-` (the contract, Common). */
export const ID = /^[A-Za-z0-9._:-]{1,64}$/;

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const CONTROL_CHARACTERS = /\p{Cc}/u;

/** True for an RFC 3339 instant with an offset that names a day and an hour that exist. */
export function isInstant(text: string): boolean {
  const parts = INSTANT.exec(text);
  if (!parts) return false;
  const [, year, month, day, hour, minute, second, , offsetHour = '0', offsetMinute = '0'] = parts;
  const inRange =
    Number(hour) <= 23 &&
    Number(minute) <= 59 &&
    Number(second) <= 59 &&
    Number(offsetHour) <= 23 &&
    Number(offsetMinute) <= 59;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // Date.UTC rolls 31 April over to 1 May; a day that exists comes back as it went in.
  return inRange && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** Gives the UTC offset written in an RFC 3339 instant, in minutes. */
export function writtenOffset(instant: string): number {
  const [, , , , , , , sign, hours, minutes] = INSTANT.exec(instant) ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const offsetFormats = new Map<string, Intl.DateTimeFormat>();

/** Gives the UTC offset that a time zone has at an instant, in minutes. */
export function zoneOffset(timeZone: string, instant: Date): number {
  let format = offsetFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    offsetFormats.set(timeZone, format);
  }
  const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value;
  const parts = /^GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '');
  if (!parts) return 0;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]));
}

/** True for an IANA time zone name that this runtime knows. */
export function isTimeZone(name: string): boolean {
  // Some runtimes also take bare offsets such as +01:00, which name no zone.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The formats by the names the schemas use for them. */
export const formats = {
  id: ID,
  uuid: UUID,
  instant: isInstant,
  'time-zone': isTimeZone,
  'no-control-characters': (text: string): boolean => !CONTROL_CHARACTERS.test(text),
};
