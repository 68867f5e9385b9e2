import { say, tell } from '../../../../domain/sentence';
import type { Sentence } from '../../../../domain/sentence';

/** A zone that is not in the IANA time zone database. `code` is stable and meant for programs. */
export class TimeZoneError extends Error {
  readonly code = 'time_zone_invalid';
  readonly sentence: Sentence;

  constructor(zone: string) {
    const sentence = say`"${zone.slice(0, 64)}" is not a time zone. Give a name of the IANA time zone database, such as Europe/Amsterdam or UTC.`;
    super(tell(sentence));
    this.name = 'TimeZoneError';
    this.sentence = sentence;
  }
}

/**
 * Checks a venue's time zone.
 * @param zone A name of the IANA database, in any case. A fixed offset (`+01:00`) is refused: it does
 *   not know when the clocks change.
 * @returns The name as `Intl` writes it: `europe/amsterdam` gives `Europe/Amsterdam`.
 * @throws TimeZoneError when there is no such zone.
 */
export function assertTimeZone(zone: string): string {
  if (!/^[A-Za-z]/.test(zone)) throw new TimeZoneError(zone);
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new TimeZoneError(zone);
  }
}
