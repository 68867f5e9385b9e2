import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { fromWallMilliseconds, toWallMilliseconds } from './local-time';
import type { LocalDateTime, Repetition } from './repetition';

/** How far ahead the first date of a rule is looked for. 29 February on a Sunday takes up to 40. */
const SEARCH_YEARS = 50;
const DAY = 24 * 60 * 60 * 1000;

/** All dates of one repetition as wall times: ask for a span, get them in order. */
export interface RepetitionDates {
  /** Wall times from `from` to `until`, as wall milliseconds, both inclusive. */
  between(from: number, until: number): LocalDateTime[];
}

/**
 * Prepares a repetition for expansion. The rule runs on wall times, carried as if the venue stood in
 * UTC, where every time exists once: which dates there are does not hang on a zone's clock changes,
 * and a date in a skipped hour still counts. The zone comes in only when a date becomes an instant.
 * An old start costs nothing: the library goes to the span asked for without walking there. Only
 * rules that join COUNT with BYMONTH or BYSETPOS are walked, which is why a COUNT has its limit.
 */
export function datesOf(repetition: Repetition): RepetitionDates {
  const { rule, start, extraDates, exceptDates } = repetition;
  const recurrence = new RRuleTemporal({
    freq: rule?.frequency ?? 'DAILY',
    interval: rule?.interval ?? 1,
    count: rule ? rule.count : 1,
    until: rule?.until === undefined ? undefined : asUtc(rule.until),
    byMonth: rule?.byMonth,
    byMonthDay: rule?.byMonthDay,
    byDay: rule?.byDay,
    bySetPos: rule?.bySetPos,
    wkst: rule?.weekStart,
    rDate: extraDates.map(asUtc),
    exDate: exceptDates.map(asUtc),
    dtstart: asUtc(start),
    // Enough for a daily rule through all years a date may have; spans asked for are far shorter.
    maxIterations: 1_000_000,
  });
  return {
    between: (from, until) =>
      recurrence
        .between(new Date(from), new Date(until), true)
        .map((date) => fromWallMilliseconds(date.epochMilliseconds)),
  };
}

/**
 * The first date that the rule itself gives, extra and excepted dates left aside.
 * @returns null when it gives none within 50 years of its start.
 */
export function firstRuleDate(repetition: Repetition): LocalDateTime | null {
  const dates = datesOf({ ...repetition, extraDates: [], exceptDates: [] });
  const start = toWallMilliseconds(repetition.start);
  for (const span of growingSpans(start, start + SEARCH_YEARS * 366 * DAY)) {
    const [first] = dates.between(span.from, span.until);
    if (first !== undefined) return first;
  }
  return null;
}

/**
 * Cuts a long stretch of time into spans that double in length, 64 days first, so that who needs
 * only the first few dates does not pay for all of them. Each span ends where the next begins.
 */
export function* growingSpans(
  from: number,
  until: number,
): Generator<{ from: number; until: number }> {
  let length = 64 * DAY;
  for (let start = from; start < until; length *= 2) {
    const end = Math.min(start + length, until);
    yield { from: start, until: end };
    start = end;
  }
}

function asUtc(local: LocalDateTime): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('UTC');
}
