import { allowedWeekdays } from 'rrule-temporal';
import { fromWallMilliseconds, toWallMilliseconds } from './local-time';
import { RecurrenceError } from './recurrence-error';
import { say } from '../../../../domain/sentence';
import type { LocalDateTime, RecurrenceRule, Repetition } from './repetition';

const DAY = 24 * 60 * 60 * 1000;
const WEEKDAYS: readonly string[] = allowedWeekdays;

/** Every month has these days; beyond them a date would fall out of some months. */
const LAST_SAFE_DAY = 28;

function weekdayAfter(day: string, days: number): string {
  const place = WEEKDAYS.indexOf(day) + days;
  return WEEKDAYS[((place % 7) + 7) % 7] ?? day;
}

function cannotMove(): RecurrenceError {
  return new RecurrenceError(
    say`The days of this series hang on the month or the year, so they cannot all move to another day. Move the appointments one by one, or change the repetition of the activity.`,
  );
}

function weekly(rule: RecurrenceRule, days: number): RecurrenceRule {
  if (rule.byMonth || rule.byMonthDay) throw cannotMove();
  return {
    ...rule,
    byDay: rule.byDay?.map((day) => weekdayAfter(day, days)),
    // The week moves with its days, so that every second week stays the same one.
    weekStart:
      rule.frequency === 'WEEKLY' ? weekdayAfter(rule.weekStart ?? 'MO', days) : rule.weekStart,
  };
}

function monthly(rule: RecurrenceRule, start: LocalDateTime, days: number): RecurrenceRule {
  if (rule.byDay || rule.bySetPos) throw cannotMove();
  const from = rule.byMonthDay ?? [Number(start.slice(8, 10))];
  const to = from.map((day) => day + days);
  const safe = (day: number) => day >= 1 && day <= LAST_SAFE_DAY;
  if (![...from, ...to].every(safe)) throw cannotMove();
  return rule.byMonthDay ? { ...rule, byMonthDay: to } : rule;
}

/** The rule when its days become other ones, so many days later (or earlier, below 0). */
function onOtherDays(rule: RecurrenceRule, start: LocalDateTime, days: number): RecurrenceRule {
  if (days === 0) return rule;
  return rule.frequency === 'DAILY' || rule.frequency === 'WEEKLY'
    ? weekly(rule, days)
    : monthly(rule, start, days);
}

/** A wall time so many milliseconds of the clock on the wall later. */
export function shifted(local: LocalDateTime, by: number): LocalDateTime {
  return fromWallMilliseconds(toWallMilliseconds(local) + by);
}

/**
 * Moves every date of a repetition by the same time on the wall clock: each date, extra and
 * excepted ones too, becomes exactly the one so much later.
 * @param by milliseconds; below 0 = earlier
 * @throws RecurrenceError when no rule can say so, as with "the first Monday of the month".
 */
export function shiftSeries(repetition: Repetition, by: number): Repetition {
  const { rule, start } = repetition;
  const timeOfDay = ((toWallMilliseconds(start) % DAY) + DAY) % DAY;
  const move = (local: LocalDateTime) => shifted(local, by);
  return {
    ...repetition,
    start: move(start),
    rule: rule && {
      ...onOtherDays(rule, start, Math.floor((timeOfDay + by) / DAY)),
      until: rule.until === undefined ? undefined : move(rule.until),
    },
    extraDates: repetition.extraDates.map(move),
    exceptDates: repetition.exceptDates.map(move),
  };
}
