import type { TextKey } from '../../../components/use-text';
import { dayNumber, firstDay, isDay, isTime } from './calendar';
import type { Period, Slot, Timetable } from './timetable';

/** What is wrong, by the place where it stands: `0.end` of a period, `0.1.start` of its slot. */
export type Problems = ReadonlyMap<string, TextKey>;

const MOST_WEEKS = 999;
const MOST_DATES = 1000;

function isWhole(number: number | null, most: number): boolean {
  return number !== null && Number.isInteger(number) && number >= 1 && number <= most;
}

/** Whether two slots name the same dates on at least one day of the week. */
function fallTogether(one: Slot, other: Slot): boolean {
  return (
    one.start === other.start && one.weekdays.some((weekday) => other.weekdays.includes(weekday))
  );
}

function* slotProblems(slot: Slot, earlier: Slot[]): Generator<[string, TextKey]> {
  if (slot.weekdays.length === 0) yield ['weekdays', 'dates.weekdaysMissing'];
  if (!isTime(slot.start)) yield ['start', 'dates.startMissing'];
  else if (earlier.some((other) => fallTogether(other, slot))) yield ['start', 'dates.slotTwice'];
  if (!isTime(slot.end)) yield ['end', 'dates.endMissing'];
  else if (slot.end === slot.start) yield ['end', 'dates.endIsStart'];
}

function endsTooEarly({ slots, firstDay: from, everyWeeks, end }: Period): boolean {
  if (end.kind !== 'until' || !isDay(from)) return false;
  return slots.some(
    ({ weekdays }) =>
      weekdays.length > 0 &&
      dayNumber(firstDay(from, weekdays, everyWeeks ?? 1)) > dayNumber(end.day),
  );
}

function* periodProblems(period: Period): Generator<[string, TextKey]> {
  const { firstDay: from, everyWeeks, end } = period;
  if (!isDay(from)) yield ['firstDay', 'dates.firstDayMissing'];
  if (!isWhole(everyWeeks, MOST_WEEKS)) yield ['everyWeeks', 'dates.everyWeeksWrong'];
  if (end.kind === 'count' && !isWhole(end.count, MOST_DATES)) yield ['end', 'dates.countWrong'];
  if (end.kind === 'until' && !isDay(end.day)) yield ['end', 'dates.untilMissing'];
  else if (endsTooEarly(period)) yield ['end', 'dates.untilTooEarly'];
}

/** All that keeps a timetable from being written as a rule; empty when it can be. */
export function problemsOf(timetable: Timetable): Problems {
  const problems = new Map<string, TextKey>();
  for (const [index, period] of timetable.entries()) {
    for (const [where, what] of periodProblems(period)) problems.set(`${index}.${where}`, what);
    for (const [place, slot] of period.slots.entries()) {
      for (const [where, what] of slotProblems(slot, period.slots.slice(0, place))) {
        problems.set(`${index}.${place}.${where}`, what);
      }
    }
  }
  return problems;
}
