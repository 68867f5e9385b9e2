import {
  datesOf,
  endBefore,
  parseRecurrence,
  seriesFrom,
  shiftSeries,
  toWallMilliseconds,
} from '../recurrence';
import type { LocalDateTime, Repetition, SeriesValues } from '../recurrence';
import { seriesCollides } from './refusals';

const DAY = 24 * 60 * 60 * 1000;

/** How far ahead it is looked whether two dates of an activity would fall together. */
const LOOK_AHEAD_MS = 400 * DAY;

/** What a series is to have from a date on. */
export interface SeriesChange {
  /** the first date that changes, as the rule has it now */
  from: LocalDateTime;
  /** milliseconds on the wall clock */
  by: number;
  durationMinutes: number;
  values: SeriesValues;
  /** what begins before this wall time is over; dates before need not be kept in the rule */
  today: LocalDateTime;
}

function dates(block: Repetition, from: LocalDateTime, lengthMs: number): LocalDateTime[] {
  const begin = toWallMilliseconds(from);
  return datesOf(block).between(begin, begin + lengthMs);
}

/** The block up to the change; none when nothing of it is still to come. */
function headOf(block: Repetition, { from, today }: SeriesChange): Repetition[] {
  return parseRecurrence(endBefore([block], from)).filter(
    (head) =>
      datesOf(head).between(toWallMilliseconds(today) - DAY, toWallMilliseconds(from)).length > 0,
  );
}

function assertApart(changed: Repetition[], others: Repetition[], from: LocalDateTime) {
  const taken = new Set(others.flatMap((block) => dates(block, from, LOOK_AHEAD_MS)));
  const twice = changed
    .flatMap((block) => dates(block, from, LOOK_AHEAD_MS))
    .find((date) => taken.has(date));
  if (twice !== undefined) throw seriesCollides(twice);
}

/**
 * Changes one block of a rule from a date on: the block ends there and goes on as another one, in
 * which every date is the old one, so much later. What nobody needs any more is left out.
 *
 * @returns the repetitions of the whole rule
 * @throws RecurrenceError when no rule can say so; Refusal `series_collides` when a date would fall
 *   on another date of the same activity
 */
export function changeSeries(
  rule: Repetition[],
  place: number,
  change: SeriesChange,
): Repetition[] {
  const block = rule[place];
  if (!block) return rule;
  const values = Object.keys(change.values).length > 0 ? change.values : undefined;
  const changed = seriesFrom(block, change.from).map((tail) => ({
    ...shiftSeries(tail, change.by),
    durationMinutes: change.durationMinutes,
    values,
  }));
  const head = headOf(block, change);
  const others = [...rule.slice(0, place), ...head, ...rule.slice(place + 1)];
  if (change.by !== 0) assertApart(changed, others, change.today);
  return [...rule.slice(0, place), ...head, ...changed, ...rule.slice(place + 1)];
}

/** Which block gives a date: the first one that has it; -1 when none does. */
export function giverOf(rule: Repetition[], localStart: LocalDateTime): number {
  const at = toWallMilliseconds(localStart);
  return rule.findIndex((block) => datesOf(block).between(at, at).length > 0);
}

/** The first date of a block after a wall time, within the years that are looked ahead. */
export function nextDate(block: Repetition, after: LocalDateTime): LocalDateTime | null {
  return dates(block, after, LOOK_AHEAD_MS).find((date) => date > after) ?? null;
}
