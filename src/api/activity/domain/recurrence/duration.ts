import { Temporal } from 'temporal-polyfill';
import { RecurrenceError, quoted } from './recurrence-error';
import { say } from '../../../../domain/sentence';

/** RFC 5545, 3.3.6, without weeks (longer than a day) and without a minus (no time runs back). */
const DURATION = /^\+?P(?=\d|T\d)(\d{1,4}D)?(T(?=\d)(\d{1,4}H)?(\d{1,4}M)?(\d{1,5}S)?)?$/;

const LONGEST_MINUTES = 24 * 60;

/**
 * Reads a DURATION such as `PT1H` or `PT1H30M`. A day counts as 24 hours: what passes is exact time,
 * also in a night when the clocks change.
 * @returns Whole minutes, 1 to 1,440.
 * @throws RecurrenceError for another form, seconds, nothing, or more than 24 hours.
 */
export function parseDuration(text: string): number {
  if (!DURATION.test(text)) {
    throw new RecurrenceError(
      say`${quoted(text)} is not a duration. Write hours and minutes as PT1H, PT45M or PT1H30M.`,
    );
  }
  const minutes = Temporal.Duration.from(text).total('minutes');
  if (!Number.isInteger(minutes)) {
    throw new RecurrenceError(
      say`${quoted(text)} has seconds. Write whole minutes, such as PT45M.`,
    );
  }
  if (minutes < 1 || minutes > LONGEST_MINUTES) {
    throw new RecurrenceError(
      say`${quoted(text)} is no length of an appointment. Give from 1 minute (PT1M) to 24 hours (PT24H).`,
    );
  }
  return minutes;
}

/** Writes minutes as a DURATION: 90 is `PT1H30M`. */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
}
