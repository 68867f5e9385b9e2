import { RecurrenceError, quoted } from './recurrence-error';
import { say } from '../../../../domain/sentence';

/**
 * What the dates of one block have instead of what the activity says. A value that is absent is the
 * activity's; null stands for "none".
 */
export interface SeriesValues {
  room?: string | null;
  teacher?: string | null;
  capacity?: number;
  aggregatorBookings?: 'not_allowed' | 'allowed';
  /** only with `aggregatorBookings` */
  aggregatorSpotLimit?: number;
}

const LONGEST_TEXT = 100;
const LARGEST_NUMBER = 10_000;

/** RFC 5545, 3.3.11: what has a meaning in a list of values is written with a backslash. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`);
}

function textOf(value: string): string | null {
  const text = value.replace(/\\([\\;,])/g, '$1').trim();
  if (text.length > LONGEST_TEXT) {
    throw new RecurrenceError(
      say`${quoted(text)} is too long. Write at most ${LONGEST_TEXT} characters.`,
    );
  }
  return text === '' ? null : text;
}

function numberOf(value: string): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  if (number <= LARGEST_NUMBER) return number;
  throw new RecurrenceError(
    say`${quoted(value)} cannot be used. Write a whole number from 0 to ${LARGEST_NUMBER}.`,
  );
}

function ruleOf(value: string): 'not_allowed' | 'allowed' {
  const rule = value.toLowerCase();
  if (rule === 'allowed' || rule === 'not_allowed') return rule;
  throw new RecurrenceError(say`${quoted(value)} cannot be used. Write ALLOWED or NOT_ALLOWED.`);
}

/** The lines that carry the values; each reads its own part. */
export const VALUE_LINES: Record<string, (value: string) => SeriesValues> = {
  LOCATION: (value) => ({ room: textOf(value) }),
  'X-TEACHER': (value) => ({ teacher: textOf(value) }),
  'X-CAPACITY': (value) => ({ capacity: numberOf(value) }),
  'X-AGGREGATOR-BOOKINGS': (value) => ({ aggregatorBookings: ruleOf(value) }),
  'X-AGGREGATOR-SPOT-LIMIT': (value) => ({ aggregatorSpotLimit: numberOf(value) }),
};

/** Writes the values as lines of a block; none for a block that has none. */
export function valueLines(values: SeriesValues = {}): string[] {
  const { room, teacher, capacity, aggregatorBookings, aggregatorSpotLimit } = values;
  return [
    ...(room === undefined ? [] : [`LOCATION:${escaped(room ?? '')}`]),
    ...(teacher === undefined ? [] : [`X-TEACHER:${escaped(teacher ?? '')}`]),
    ...(capacity === undefined ? [] : [`X-CAPACITY:${capacity}`]),
    ...(aggregatorBookings === undefined
      ? []
      : [`X-AGGREGATOR-BOOKINGS:${aggregatorBookings.toUpperCase()}`]),
    ...(aggregatorSpotLimit === undefined
      ? []
      : [`X-AGGREGATOR-SPOT-LIMIT:${aggregatorSpotLimit}`]),
  ];
}
