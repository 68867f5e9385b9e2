import { contentLines } from './content-lines';
import type { ContentLine } from './content-lines';
import { parseDuration } from './duration';
import { parseDateTime } from './local-time';
import { RecurrenceError, quoted } from './recurrence-error';
import { say } from '../../../../domain/sentence';
import { parseRule } from './recurrence-rule';
import { MAX_BLOCKS, MAX_CHARACTERS } from './repetition';
import type { LocalDateTime, RecurrenceRule, Repetition } from './repetition';
import { firstRuleDate } from './rule-dates';
import { VALUE_LINES } from './series-values';
import type { SeriesValues } from './series-values';

/** A block while its lines are read, with the line of each property for messages. */
interface OpenBlock {
  start: LocalDateTime;
  line: number;
  durationMinutes?: number;
  rule?: { value: RecurrenceRule; line: number };
  extraDates: LocalDateTime[];
  exceptDates: LocalDateTime[];
  values?: SeriesValues;
}

/** What each property does to the block it stands in. DTSTART, which opens one, stands apart. */
const PROPERTIES: Record<string, (block: OpenBlock, line: ContentLine) => void> = {
  DURATION: (block, { value }) => {
    if (block.durationMinutes !== undefined) throw standsTwice('DURATION');
    block.durationMinutes = parseDuration(value);
  },
  RRULE: (block, { value, line }) => {
    if (block.rule) throw standsTwice('RRULE');
    block.rule = { value: parseRule(value), line };
  },
  EXDATE: (block, { value }) => {
    block.exceptDates.push(...value.split(',').map(parseDateTime));
  },
  RDATE: (block, { value }) => {
    const dates = value.split(',').map(parseDateTime);
    const early = dates.find((date) => date < block.start);
    if (early) {
      throw new RecurrenceError(
        say`RDATE ${early} lies before DTSTART. Set DTSTART to the earliest date, or write a block of its own.`,
      );
    }
    block.extraDates.push(...dates);
  },
  ...Object.fromEntries(
    Object.entries(VALUE_LINES).map(([name, readValue]) => [
      name,
      (block: OpenBlock, { written }: ContentLine) => {
        block.values = { ...block.values, ...readValue(written) };
      },
    ]),
  ),
};

/**
 * Reads the text of an activity's `recurrenceRule`: blocks of iCalendar lines (RFC 5545), each begun
 * by DTSTART, with a DURATION and, unless the block is a single date, an RRULE; EXDATE, RDATE and
 * what its dates have of their own (LOCATION, X-TEACHER, X-CAPACITY, …) as wanted. All times are wall times of the venue.
 * @returns One repetition per block, in order; none for a blank text.
 * @throws RecurrenceError for the first thing that is wrong, with its line.
 */
export function parseRecurrence(text: string): Repetition[] {
  if (text.length > MAX_CHARACTERS) {
    throw new RecurrenceError(
      say`The text has ${text.length} characters, ${MAX_CHARACTERS} are allowed. Remove blocks and exceptions that have passed.`,
    );
  }
  const blocks: OpenBlock[] = [];
  for (const line of contentLines(text)) {
    namingLine(line.line, () => readLine(blocks, line));
  }
  return blocks.map((block) => namingLine(block.line, () => close(block)));
}

function readLine(blocks: OpenBlock[], line: ContentLine): void {
  if (line.name === 'DTSTART') {
    if (blocks.length === MAX_BLOCKS) {
      throw new RecurrenceError(
        say`A text has at most ${MAX_BLOCKS} blocks. Make a second activity of the rest.`,
      );
    }
    const start = parseDateTime(line.value);
    blocks.push({ start, line: line.line, extraDates: [], exceptDates: [] });
    return;
  }
  const read = Object.hasOwn(PROPERTIES, line.name) ? PROPERTIES[line.name] : undefined;
  if (!read) {
    throw new RecurrenceError(
      say`${quoted(line.name)} is not known here. Use DTSTART, ${Object.keys(PROPERTIES).join(', ')}.`,
    );
  }
  const block = blocks.at(-1);
  if (!block) {
    throw new RecurrenceError(
      say`${line.name} stands before any DTSTART. Begin the block with DTSTART.`,
    );
  }
  read(block, line);
}

function close(block: OpenBlock): Repetition {
  const { start, durationMinutes, rule, extraDates, exceptDates, values } = block;
  if (durationMinutes === undefined) {
    throw new RecurrenceError(
      say`The block that begins here has no DURATION. Add one, such as DURATION:PT1H.`,
    );
  }
  const repetition: Repetition = {
    start,
    durationMinutes,
    rule: rule?.value ?? null,
    extraDates,
    exceptDates,
    ...(values && { values }),
  };
  if (rule) namingLine(rule.line, () => refuseEmpty(repetition));
  return repetition;
}

/** A rule without a single date is a mistake that nobody would notice later. */
function refuseEmpty(repetition: Repetition): void {
  const until = repetition.rule?.until;
  if (firstRuleDate(repetition) !== null) return;
  throw new RecurrenceError(
    until === undefined
      ? say`The rule gives no date within 50 years of DTSTART. Check that its days exist in its months.`
      : say`The rule gives no date from DTSTART (${repetition.start}) to UNTIL (${until}). Correct one of them, or remove the block.`,
  );
}

function standsTwice(name: string): RecurrenceError {
  return new RecurrenceError(
    say`${name} stands twice in a block. Keep one, or begin another block with DTSTART.`,
  );
}

/** Runs a step of reading; a complaint that names no line yet gets this one. */
function namingLine<T>(line: number, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof RecurrenceError && error.line === undefined) {
      throw new RecurrenceError(error.problem, line);
    }
    throw error;
  }
}
