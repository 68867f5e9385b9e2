import { toWallMilliseconds } from './local-time';
import type { LocalDateTime, RecurrenceRule, Repetition } from './repetition';
import { datesOf, growingSpans } from './rule-dates';

const MINUTE = 60 * 1000;
const SEARCH_MS = 50 * 366 * 24 * 60 * MINUTE;

/** The dates that the rule alone gives, extra and excepted dates left aside. */
function ruleAlone(repetition: Repetition) {
  return datesOf({ ...repetition, extraDates: [], exceptDates: [] });
}

function firstRuleDateFrom(repetition: Repetition, from: LocalDateTime): LocalDateTime | null {
  const dates = ruleAlone(repetition);
  const begin = toWallMilliseconds(from);
  for (const span of growingSpans(begin, begin + SEARCH_MS)) {
    const [first] = dates.between(span.from, span.until);
    if (first !== undefined) return first;
  }
  return null;
}

/** The rule as it goes on from one of its own dates: a COUNT loses what came before. */
function goingOn(
  repetition: Repetition,
  rule: RecurrenceRule,
  first: LocalDateTime,
): RecurrenceRule {
  if (rule.count === undefined) return rule;
  const before = ruleAlone(repetition).between(
    toWallMilliseconds(repetition.start),
    toWallMilliseconds(first) - MINUTE,
  );
  return { ...rule, count: rule.count - before.length };
}

/** Single dates as a block without a rule; none when there are none. */
function singleDates(repetition: Repetition, dates: LocalDateTime[]): Repetition[] {
  const [start, ...extraDates] = [...new Set(dates)].sort();
  return start === undefined ? [] : [{ ...repetition, start, rule: null, extraDates }];
}

/**
 * What a repetition gives from a wall time on, that one included: the rule beginning at its next
 * date and, as a block of their own, extra dates that come before it.
 * @returns No block when no date is left, at most two.
 */
export function seriesFrom(repetition: Repetition, from: LocalDateTime): Repetition[] {
  const later = (dates: LocalDateTime[]) => dates.filter((date) => date >= from);
  const kept = { ...repetition, exceptDates: later(repetition.exceptDates) };
  const extraDates = later(repetition.extraDates);
  if (!repetition.rule) return singleDates(kept, later([repetition.start, ...extraDates]));
  const first = firstRuleDateFrom(repetition, from);
  if (first === null) return singleDates(kept, extraDates);
  const rule = goingOn(repetition, repetition.rule, first);
  return [
    ...singleDates(
      kept,
      extraDates.filter((date) => date < first),
    ),
    { ...kept, start: first, rule, extraDates: extraDates.filter((date) => date >= first) },
  ];
}
