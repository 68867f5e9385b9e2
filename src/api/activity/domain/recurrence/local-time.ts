import { Temporal } from 'temporal-polyfill';
import { RecurrenceError, quoted } from './recurrence-error';
import { say } from '../../../../domain/sentence';
import type { LocalDateTime } from './repetition';

const DATE_TIME = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})$/;
const DATE = /^(\d{4})(\d{2})(\d{2})$/;

/** Years outside are typing mistakes (`0206` for `2026`), not plans of a studio. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2999;

/**
 * Reads iCalendar's local date-time, `20261123T183000`.
 * @throws RecurrenceError for another form, a date that does not exist, a zone or seconds.
 */
export function parseDateTime(text: string): LocalDateTime {
  refuseZone(text);
  const match = DATE_TIME.exec(text);
  if (!match) {
    throw new RecurrenceError(
      say`${quoted(text)} is not a date with a time. Write it as 20261123T183000, which is 23 November 2026 at 18:30.`,
    );
  }
  const [, year, month, day, hour, minute, second] = match;
  if (second !== '00') {
    throw new RecurrenceError(say`${quoted(text)} has seconds. Write whole minutes, ending in 00.`);
  }
  return existing(text, `${year}-${month}-${day}T${hour}:${minute}`);
}

/**
 * Reads an UNTIL: a local date-time, or a date, which takes in that whole day. Seconds are dropped,
 * since no date starts within a minute (`T235959` is the usual end of a day).
 * @throws RecurrenceError as {@link parseDateTime} does.
 */
export function parseUntil(text: string): LocalDateTime {
  if (DATE.test(text)) return parseDateTime(`${text}T235900`);
  return parseDateTime(text.replace(/^(\d{8}T\d{4})[0-5]\d$/, '$100'));
}

/** Writes a wall time in iCalendar's local form, `20261123T183000`. */
export function formatDateTime(local: LocalDateTime): string {
  return `${local.replace(/[-:]/g, '')}00`;
}

/**
 * The instant of a wall time in a zone. A time that the clocks skip moves on by the length of the
 * gap (RFC 5545, 3.3.5: the offset before the gap counts); of a time that comes twice, the first.
 */
export function toInstant(local: LocalDateTime, timeZone: string): Date {
  const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  });
  return new Date(zoned.epochMilliseconds);
}

/** The wall time of an instant in a zone, to the minute. */
export function wallTimeAt(instant: Date, timeZone: string): LocalDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute', roundingMode: 'floor' });
}

/** A wall time as milliseconds, as if the venue stood in UTC: for arithmetic, not an instant. */
export function toWallMilliseconds(local: LocalDateTime): number {
  return Date.parse(`${local}Z`);
}

/** The wall time of {@link toWallMilliseconds}'s number. */
export function fromWallMilliseconds(milliseconds: number): LocalDateTime {
  return new Date(milliseconds).toISOString().slice(0, 16);
}

/**
 * Checks a wall time that comes from a program, `2026-11-30T18:30`.
 * @throws RecurrenceError for another form or a date that does not exist.
 */
export function assertLocalDateTime(text: string): LocalDateTime {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) {
    throw new RecurrenceError(
      say`${quoted(text)} is not a wall time of the venue. Give it as 2026-11-30T18:30.`,
    );
  }
  return existing(text, text);
}

function refuseZone(text: string): void {
  if (!/^\d{8}T\d{6}(Z|[+-]\d{2}:?\d{2})$/i.test(text)) return;
  throw new RecurrenceError(
    say`${quoted(text)} names a zone or UTC. An activity follows the clock on its venue's wall, so that 18:30 stays 18:30 when the clocks change: write the local time, ${text.slice(0, 15)}.`,
  );
}

/** Refuses what the calendar or the clock does not have, such as 30 February or 24:00. */
function existing(text: string, local: LocalDateTime): LocalDateTime {
  try {
    Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch {
    throw new RecurrenceError(
      say`${quoted(text)} does not exist in the calendar. Correct the date or the time.`,
    );
  }
  const year = Number(local.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new RecurrenceError(
      say`${quoted(text)} lies in the year ${year}. Give a year from ${FIRST_YEAR} to ${LAST_YEAR}.`,
    );
  }
  return local;
}
