import { formatRecurrence } from './format-recurrence';
import { assertLocalDateTime, fromWallMilliseconds, toWallMilliseconds } from './local-time';
import { parseRecurrence } from './parse-recurrence';
import { RecurrenceError } from './recurrence-error';
import { say } from '../../../../domain/sentence';
import type { LocalDateTime, RecurrenceRule, Repetition } from './repetition';
import { datesOf, firstRuleDate } from './rule-dates';

const MINUTE = 60 * 1000;

/**
 * Ends every repetition just before a wall time, such as that of the first date that shall no longer
 * take place. Give it the repetitions of one block to end only these.
 * @returns The new text of `recurrenceRule`, blank when no date is left.
 * @throws RecurrenceError when the rule or the wall time cannot be read.
 */
export function endBefore(rule: string | Repetition[], localStart: LocalDateTime): string {
  const end = assertLocalDateTime(localStart);
  return formatRecurrence(
    repetitionsOf(rule).flatMap((repetition) => endedBefore(repetition, end)),
  );
}

/**
 * Takes one date out of a rule, by an EXDATE in every block that gives it.
 * @returns The new text of `recurrenceRule`.
 * @throws RecurrenceError when no block gives that date, the text would become too long, or the rule
 *   or the wall time cannot be read.
 */
export function withoutOccurrence(rule: string | Repetition[], localStart: LocalDateTime): string {
  const date = assertLocalDateTime(localStart);
  const repetitions = repetitionsOf(rule);
  const givers = new Set(repetitions.filter((repetition) => gives(repetition, date)));
  if (givers.size === 0) {
    throw new RecurrenceError(
      say`There is no date at ${date}. Give the start of a date as the rule has it.`,
    );
  }
  return formatRecurrence(
    repetitions.map((repetition) =>
      givers.has(repetition)
        ? { ...repetition, exceptDates: [...repetition.exceptDates, date] }
        : repetition,
    ),
  );
}

function repetitionsOf(rule: string | Repetition[]): Repetition[] {
  return typeof rule === 'string' ? parseRecurrence(rule) : rule;
}

function gives(repetition: Repetition, date: LocalDateTime): boolean {
  const at = toWallMilliseconds(date);
  return datesOf(repetition).between(at, at).length > 0;
}

function endedBefore(repetition: Repetition, end: LocalDateTime): Repetition[] {
  const extraDates = repetition.extraDates.filter((date) => date < end);
  const exceptDates = repetition.exceptDates.filter((date) => date < end);
  const kept: Repetition = { ...repetition, extraDates, exceptDates };
  if (!repetition.rule) return repetition.start < end ? [kept] : [];

  const ended: Repetition = { ...kept, rule: ruleUntil(repetition, repetition.rule, end) };
  if (firstRuleDate(ended) !== null) return [ended];
  // No date of the rule is left. Extra dates before the end are, as single dates.
  const [start, ...others] = [...extraDates].sort();
  return start === undefined ? [] : [{ ...kept, start, rule: null, extraDates: others }];
}

/** The rule with an UNTIL just before `end`, unless its own UNTIL or COUNT ends it sooner. */
function ruleUntil(
  repetition: Repetition,
  rule: RecurrenceRule,
  end: LocalDateTime,
): RecurrenceRule {
  const until = fromWallMilliseconds(toWallMilliseconds(end) - MINUTE);
  if (rule.until !== undefined && rule.until <= until) return rule;
  if (rule.count !== undefined && until >= repetition.start) {
    const ruleAlone = datesOf({ ...repetition, extraDates: [], exceptDates: [] });
    const before = ruleAlone.between(
      toWallMilliseconds(repetition.start),
      toWallMilliseconds(until),
    );
    if (before.length === rule.count) return rule;
  }
  return { ...rule, count: undefined, until };
}
