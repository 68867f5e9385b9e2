import { dayNumber, fallsOn, isDay } from './calendar';
import type { Day } from './calendar';
import type { Period, Slot } from './timetable';

/** A date that does not take place. */
export interface LeftOut {
  day: Day;
  /** when it would start */
  start: string;
}

/** The dates of a period that do not take place, in order. */
export function leftOutOf({ slots }: Period): LeftOut[] {
  const all = slots.flatMap(({ leftOut, start }) => leftOut.map((day) => ({ day, start })));
  const key = ({ day, start }: LeftOut) => `${day} ${start}`;
  return all.sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function slotTakesPlaceOn({ firstDay, everyWeeks, end }: Period, slot: Slot, day: Day): boolean {
  if (!isDay(firstDay) || slot.leftOut.includes(day)) return false;
  if (end.kind === 'until' && isDay(end.day) && dayNumber(day) > dayNumber(end.day)) return false;
  return fallsOn(day, firstDay, slot.weekdays, everyWeeks ?? 1);
}

/** Whether something takes place on a day. */
export function takesPlaceOn(period: Period, day: Day): boolean {
  return period.slots.some((slot) => slotTakesPlaceOn(period, slot, day));
}

/** Leaves a day out, in every slot that takes place on it. */
export function leaveOut(period: Period, day: Day): Period {
  const without = (slot: Slot) =>
    slotTakesPlaceOn(period, slot, day)
      ? { ...slot, leftOut: [...slot.leftOut, day].sort() }
      : slot;
  return { ...period, slots: period.slots.map(without) };
}

/** Lets a date that was left out take place again. */
export function takeBack(period: Period, day: Day, start: string): Period {
  const withIt = (slot: Slot) =>
    slot.start === start ? { ...slot, leftOut: slot.leftOut.filter((out) => out !== day) } : slot;
  return { ...period, slots: period.slots.map(withIt) };
}
