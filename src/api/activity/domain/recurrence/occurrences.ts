import { FIRST_YEAR, LAST_YEAR, toInstant } from './local-time';
import { parseRecurrence } from './parse-recurrence';
import type { LocalDateTime, Repetition } from './repetition';
import { datesOf, growingSpans } from './rule-dates';
import type { RepetitionDates } from './rule-dates';
import type { SeriesValues } from './series-values';
import { assertTimeZone } from './time-zone';

const MINUTE = 60 * 1000;

/** A wall time is never further from UTC than this: zones reach 16 hours, a skipped day adds 24. */
const FARTHEST_FROM_UTC = 48 * 60 * MINUTE;

/** Rules start within these years; a span asked for is cut to them, with a margin for zones. */
const EARLIEST = Date.UTC(FIRST_YEAR - 1, 0);
const LATEST = Date.UTC(LAST_YEAR + 2, 0);

/** One date of an activity. */
export interface Occurrence {
  startsAt: Date;
  endsAt: Date;
  /**
   * The start as the rule says it, on the venue's clock: `2026-11-30T18:30`. It stays the same when
   * the zone's rules change, and in a night that skips this very time: the stable key uses it.
   */
  localStart: LocalDateTime;
  /** What its block has instead of what the activity says; absent when nothing. */
  values?: SeriesValues;
}

export interface OccurrencesInput {
  /** The text of `recurrenceRule`, or its repetitions, parsed. */
  rule: string | Repetition[];
  /** The venue's zone, an IANA name. */
  timeZone: string;
  /** First instant at which a date may start. */
  from: Date;
  /** First instant at which it may no longer. */
  until: Date;
  /** At most so many, the earliest ones. Without it, all: keep the span short then. */
  limit?: number;
}

/**
 * The dates of an activity that start in a span of time.
 *
 * 18:30 stays 18:30 when the clocks change. A start in a skipped hour moves on by the length of the
 * gap, a start in an hour that comes twice means the first. The end is the start and exactly the
 * DURATION later. Of blocks that name the same wall time, the first one counts.
 *
 * @returns Sorted by start, unique by `localStart`.
 * @throws RecurrenceError when the text cannot be read, TimeZoneError when there is no such zone,
 *   RangeError when `from` or `until` is no date or `limit` no whole number.
 */
export function occurrences(input: OccurrencesInput): Occurrence[] {
  const { from, until, limit = Number.MAX_SAFE_INTEGER } = input;
  if (Number.isNaN(from.getTime()) || Number.isNaN(until.getTime())) {
    throw new RangeError('from and until must be valid dates.');
  }
  if (!Number.isInteger(limit) || limit < 0) {
    throw new RangeError('limit must be a whole number, 0 or more.');
  }
  const timeZone = assertTimeZone(input.timeZone);
  const repetitions = typeof input.rule === 'string' ? parseRecurrence(input.rule) : input.rule;
  const blocks = repetitions.map((repetition) => ({
    dates: datesOf(repetition),
    duration: repetition.durationMinutes * MINUTE,
    values: repetition.values,
  }));

  const found: Occurrence[] = [];
  const earliest = Math.max(from.getTime(), EARLIEST);
  const latest = Math.min(until.getTime(), LATEST);
  for (const span of growingSpans(earliest, latest)) {
    if (found.length >= limit) break;
    found.push(...inSpan(blocks, span, timeZone));
  }
  return found.slice(0, limit);
}

function inSpan(
  blocks: { dates: RepetitionDates; duration: number; values?: SeriesValues }[],
  span: { from: number; until: number },
  timeZone: string,
): Occurrence[] {
  const byLocalStart = new Map<LocalDateTime, Occurrence>();
  for (const { dates, duration, values } of blocks) {
    const around = dates.between(span.from - FARTHEST_FROM_UTC, span.until + FARTHEST_FROM_UTC);
    for (const localStart of around) {
      if (byLocalStart.has(localStart)) continue;
      const startsAt = toInstant(localStart, timeZone);
      if (startsAt.getTime() < span.from || startsAt.getTime() >= span.until) continue;
      const endsAt = new Date(startsAt.getTime() + duration);
      byLocalStart.set(localStart, { startsAt, endsAt, localStart, ...(values && { values }) });
    }
  }
  return [...byLocalStart.values()].sort(
    (a, b) =>
      a.startsAt.getTime() - b.startsAt.getTime() || a.localStart.localeCompare(b.localStart, 'en'),
  );
}
