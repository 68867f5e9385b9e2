import { firstDay } from './calendar';
import type { Day } from './calendar';
import type { End, Period, Slot, Timetable } from './timetable';

/** The days of the week as RFC 5545 writes them, Monday first. */
export const WEEKDAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const DAY_MINUTES = 24 * 60;

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `2026-11-30` and `18:30` as RFC 5545 writes a local time. */
function dateTime(day: Day, time: string): string {
  return `${day.replaceAll('-', '')}T${time.replace(':', '')}00`;
}

function duration({ start, end }: Slot): string {
  const minutes = (minutesOf(end) - minutesOf(start) + DAY_MINUTES) % DAY_MINUTES;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
}

function endPart(end: End): string {
  if (end.kind === 'count') return `;COUNT=${end.count}`;
  return end.kind === 'until' ? `;UNTIL=${dateTime(end.day, '23:59')}` : '';
}

function block(slot: Slot, period: Period): string {
  const everyWeeks = period.everyWeeks ?? 1;
  const first = firstDay(period.firstDay, slot.weekdays, everyWeeks);
  const days = slot.weekdays.map((weekday) => WEEKDAY_CODES[weekday - 1]).join(',');
  const interval = everyWeeks === 1 ? '' : `;INTERVAL=${everyWeeks}`;
  const leftOut = slot.leftOut.map((day) => dateTime(day, slot.start)).join(',');
  return [
    `DTSTART:${dateTime(first, slot.start)}`,
    `DURATION:${duration(slot)}`,
    `RRULE:FREQ=WEEKLY${interval}${endPart(period.end)};BYDAY=${days}`,
    ...(leftOut ? [`EXDATE:${leftOut}`] : []),
    ...period.values,
  ].join('\n');
}

/**
 * Writes a timetable as the text that the activity stores, in the form in which the server writes
 * it: one block a slot. Give it a timetable without problems.
 */
export function writeRule(timetable: Timetable): string {
  return timetable
    .flatMap((period) => period.slots.map((slot) => block(slot, period)))
    .join('\n\n');
}
