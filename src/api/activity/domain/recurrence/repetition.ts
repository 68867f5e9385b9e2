import type { SeriesValues } from './series-values';

/**
 * A wall time of the venue, `2026-11-30T18:30`: what the clock on the studio's wall shows. It has
 * no zone and no seconds, and as text it sorts in order of time.
 */
export type LocalDateTime = string;

/** The frequencies an activity can repeat with. More than once a day takes one block per time. */
export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** The parts of an RRULE line (RFC 5545, 3.3.10). A part that was not written is absent. */
export interface RecurrenceRule {
  frequency: Frequency;
  /** Every so many periods; 1 when not written. */
  interval: number;
  /** How many dates the rule gives, excepted ones included. Never together with `until`. */
  count?: number;
  /** The last moment at which a date may start, itself included. */
  until?: LocalDateTime;
  byMonth?: number[];
  byMonthDay?: number[];
  /** `MO` to `SU`, with an ordinal (`1MO`, `-1FR`) in monthly and yearly rules. */
  byDay?: string[];
  bySetPos?: number[];
  /** First day of the week, `MO` when absent. */
  weekStart?: string;
}

/** One block of the text: when the dates start, how long each lasts, how it repeats. */
export interface Repetition {
  /** DTSTART. Without a rule the only date; with one, its time of day and earliest date. */
  start: LocalDateTime;
  /** DURATION, 1 to 1,440 minutes. */
  durationMinutes: number;
  /** RRULE, or null for a block of single dates. */
  rule: RecurrenceRule | null;
  /** RDATE: further dates, none before `start`. */
  extraDates: LocalDateTime[];
  /** EXDATE: dates that do not take place, whatever gave them. */
  exceptDates: LocalDateTime[];
  /** What these dates have instead of what the activity says; absent when nothing. */
  values?: SeriesValues;
}

/** Limits of the text in an activity's `recurrenceRule`. */
export const MAX_BLOCKS = 100;
export const MAX_CHARACTERS = 10_000;
