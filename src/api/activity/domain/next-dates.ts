import type { Sentence } from '../../../domain/sentence';
import { occurrences, RecurrenceError } from './recurrence';

/** The next dates of a rule, in order, and what keeps the rule from being read, if anything does. */
export interface NextDates {
  dates: Array<{ startsAt: Date; endsAt: Date }>;
  /** `line` counts from 1, where one can be named */
  problem: { sentence: Sentence; line?: number | undefined } | null;
}

/** Dates of a yearly rule are found, and a rule that has ended is not searched for ever. */
const AHEAD_MS = 6 * 366 * 24 * 60 * 60 * 1000;

/**
 * What a rule would give, whether or not it is stored.
 *
 * @throws TimeZoneError when there is no such zone
 */
export function nextDates(
  rule: string,
  timeZone: string,
  { from, count }: { from: Date; count: number },
): NextDates {
  const until = new Date(from.getTime() + AHEAD_MS);
  try {
    const found = occurrences({ rule, timeZone, from, until, limit: count });
    return { dates: found.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })), problem: null };
  } catch (error) {
    if (!(error instanceof RecurrenceError)) throw error;
    return { dates: [], problem: { sentence: error.problem, line: error.line } };
  }
}
