/**
 * The repetition of an activity: RFC 5545 rules in the venue's wall time, and the dates they give.
 * Pure: no database, no clock of its own, no dependence on the server's zone.
 */
export { endBefore, withoutOccurrence } from './edit-series';
export { shifted, shiftSeries } from './shift-series';
export { seriesFrom } from './split-series';
export type { SeriesValues } from './series-values';
export { toInstant, toWallMilliseconds, wallTimeAt } from './local-time';
export { datesOf } from './rule-dates';
export { formatRecurrence } from './format-recurrence';
export { occurrences } from './occurrences';
export type { Occurrence, OccurrencesInput } from './occurrences';
export { parseRecurrence } from './parse-recurrence';
export { RecurrenceError } from './recurrence-error';
export { MAX_BLOCKS, MAX_CHARACTERS } from './repetition';
export type { Frequency, LocalDateTime, RecurrenceRule, Repetition } from './repetition';
export { TimeZoneError, assertTimeZone } from './time-zone';
export { weeklyRepetition } from './weekly-repetition';
export type { WeeklySlot } from './weekly-repetition';
