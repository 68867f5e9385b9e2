import { Temporal } from 'temporal-polyfill';
import { allowedWeekdays } from 'rrule-temporal';
import { formatRecurrence } from './format-recurrence';
import { assertLocalDateTime, toWallMilliseconds } from './local-time';
import { RecurrenceError, quoted } from './recurrence-error';
import { say } from '../../../../domain/sentence';

export interface WeeklySlot {
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  weekday: number;
  /** Wall time of the venue, `18:30`. */
  start: string;
  /** Wall time of the same day, after `start`. */
  end: string;
  /** `2026-11-23`. The slot's first date is this day or the first such weekday after it. */
  firstDate: string;
}

/**
 * A slot of a weekly timetable as a block of `recurrenceRule`. Join several with an empty line.
 * @throws RecurrenceError for a weekday, time or date that does not exist, or an end not after the
 *   start: a slot does not run past midnight.
 */
export function weeklyRepetition({ weekday, start, end, firstDate }: WeeklySlot): string {
  const weekdayCode = allowedWeekdays[weekday - 1];
  if (weekdayCode === undefined) {
    throw new RecurrenceError(say`${weekday} is no weekday. Give 1 for Monday to 7 for Sunday.`);
  }
  const startsAt = assertLocalDateTime(`${firstDate}T${start}`);
  const endsAt = assertLocalDateTime(`${firstDate}T${end}`);
  const durationMinutes = (toWallMilliseconds(endsAt) - toWallMilliseconds(startsAt)) / 60_000;
  if (durationMinutes <= 0) {
    throw new RecurrenceError(
      say`The end ${quoted(end)} is not after the start ${quoted(start)}. Give times of the same day.`,
    );
  }
  const day = Temporal.PlainDate.from(firstDate);
  const first = day.add({ days: (weekday - day.dayOfWeek + 7) % 7 });
  return formatRecurrence([
    {
      start: `${first.toString()}T${start}`,
      durationMinutes,
      rule: { frequency: 'WEEKLY', interval: 1, byDay: [weekdayCode] },
      extraDates: [],
      exceptDates: [],
    },
  ]);
}
