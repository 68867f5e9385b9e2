import { formatDuration } from './duration';
import { formatDateTime } from './local-time';
import { RecurrenceError } from './recurrence-error';
import { say } from '../../../../domain/sentence';
import { formatRule } from './recurrence-rule';
import { MAX_BLOCKS, MAX_CHARACTERS } from './repetition';
import type { LocalDateTime, Repetition } from './repetition';
import { valueLines } from './series-values';

/**
 * Writes repetitions as the text of `recurrenceRule`, which `parseRecurrence` reads back to the same:
 * one block each, an empty line between.
 * @throws RecurrenceError when the text would be longer than the field allows.
 */
export function formatRecurrence(repetitions: Repetition[]): string {
  const text = repetitions.map(formatBlock).join('\n\n');
  if (repetitions.length > MAX_BLOCKS || text.length > MAX_CHARACTERS) {
    throw new RecurrenceError(
      say`The dates take ${repetitions.length} blocks and ${text.length} characters; ${MAX_BLOCKS} and ${MAX_CHARACTERS} are allowed. Remove blocks and exceptions that have passed, or make a second activity.`,
    );
  }
  return text;
}

function formatBlock(repetition: Repetition): string {
  const { start, durationMinutes, rule, extraDates, exceptDates, values } = repetition;
  return [
    `DTSTART:${formatDateTime(start)}`,
    `DURATION:${formatDuration(durationMinutes)}`,
    ...(rule ? [`RRULE:${formatRule(rule)}`] : []),
    ...dateLine('RDATE', extraDates),
    ...dateLine('EXDATE', exceptDates),
    ...valueLines(values),
  ].join('\n');
}

function dateLine(name: string, dates: LocalDateTime[]): string[] {
  return dates.length > 0 ? [`${name}:${dates.map(formatDateTime).join(',')}`] : [];
}
