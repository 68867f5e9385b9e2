/** What a date field and a time field hold, on the clock of a venue. */
export interface WallTime {
  /** `2026-11-30` */
  day: string;
  /** `18:30` */
  time: string;
}

/** The clock of a zone at an instant, as milliseconds: for arithmetic, not an instant. */
function clockAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(new Date(instant));
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
}

/** What the clock of the venue shows at an instant (ISO 8601). */
export function wallTimeOf(instant: string, timeZone: string): WallTime {
  const text = new Date(clockAt(Date.parse(instant), timeZone)).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

/**
 * The instant, ISO 8601, at which the venue's clock shows this; null where a field is not filled in.
 * A time that the clocks skip moves on by the length of the gap; of one that comes twice, the first.
 */
export function instantOf({ day, time }: WallTime, timeZone: string): string | null {
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wall)) return null;
  const DAY = 24 * 60 * 60 * 1000;
  const offsets = [wall - DAY, wall + DAY].map((near) => clockAt(near, timeZone) - near);
  const fits = offsets
    .map((offset) => wall - offset)
    .filter((at) => clockAt(at, timeZone) === wall);
  return new Date(fits.length > 0 ? Math.min(...fits) : wall - (offsets[0] ?? 0)).toISOString();
}
