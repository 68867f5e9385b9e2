import { daysLater, isDay, isTime, weekdayOf } from './calendar';
import type { Day } from './calendar';

/** Dates at one time of the day, on one or more days of the week. */
export interface Slot {
  /** 1 is Monday, 7 is Sunday; in order, none twice */
  weekdays: number[];
  /** `18:30`, on the clock of the venue */
  start: string;
  /** `19:30`; not after the start means that it ends on the next day */
  end: string;
  /** days on which it would take place and does not; in order, none twice */
  leftOut: Day[];
}

/** When a repetition ends: never, with a last day, or after so many dates of each slot. */
export type End =
  | { kind: 'never' }
  | { kind: 'until'; day: Day }
  | { kind: 'count'; count: number | null };

/** Slots that begin and end together. */
export interface Period {
  slots: Slot[];
  /** the first day on which a slot may take place */
  firstDay: Day;
  everyWeeks: number | null;
  end: End;
  /** what these dates have instead of what the activity says, as lines of the rule */
  values: string[];
}

/** What the editor shows: each period with its weekly slots. */
export type Timetable = Period[];

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const DAY_MINUTES = 24 * 60;
const USUAL_MINUTES = 60;

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function timeAt(minutes: number): string {
  const inDay = (minutes + DAY_MINUTES) % DAY_MINUTES;
  return [Math.floor(inDay / 60), inDay % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** The period to begin with: one slot on the weekday of a day, its times still to be entered. */
export function firstPeriod(firstDay: Day): Period {
  return {
    slots: [{ weekdays: [weekdayOf(firstDay)], start: '', end: '', leftOut: [] }],
    firstDay,
    everyWeeks: 1,
    end: { kind: 'never' },
    values: [],
  };
}

/** One more slot: at the time of the last one, on the first weekday that is free. */
export function slotAfter(slots: Slot[]): Slot {
  const taken = slots.flatMap(({ weekdays }) => weekdays);
  const free = WEEKDAYS.find((weekday) => !taken.includes(weekday));
  const last = slots.at(-1);
  if (free === undefined || !last) return { weekdays: [1], start: '', end: '', leftOut: [] };
  return { weekdays: [free], start: last.start, end: last.end, leftOut: [] };
}

/** One more period: the slots of the last one, from the day after it ends, to be changed. */
export function nextPeriod(last: Period): Period {
  const { end } = last;
  return {
    slots: last.slots.map((slot) => ({ ...slot, leftOut: [] })),
    firstDay: end.kind === 'until' && isDay(end.day) ? daysLater(end.day, 1) : '',
    everyWeeks: last.everyWeeks,
    end: { kind: 'never' },
    values: [],
  };
}

/** The slot with another start; it lasts as long as before, or an hour. */
export function startingAt(slot: Slot, start: string): Slot {
  if (!isTime(start)) return { ...slot, start };
  const known = isTime(slot.start) && isTime(slot.end);
  if (!known && slot.end !== '') return { ...slot, start };
  const lasts = known ? minutesOf(slot.end) - minutesOf(slot.start) : USUAL_MINUTES;
  return { ...slot, start, end: timeAt(minutesOf(start) + lasts) };
}

/** Whether it ends on the day after it starts. */
export function endsNextDay({ start, end }: Slot): boolean {
  return isTime(start) && isTime(end) && end < start;
}
