import { allowedWeekdays } from 'rrule-temporal';
import { formatDateTime, parseUntil } from './local-time';
import { RecurrenceError, quoted } from './recurrence-error';
import { say } from '../../../../domain/sentence';
import type { Sentence } from '../../../../domain/sentence';
import { FREQUENCIES } from './repetition';
import type { Frequency, RecurrenceRule } from './repetition';

const MAX_INTERVAL = 999;
/** A daily activity's dates of nearly three years. Longer series have an UNTIL, or no end. */
const MAX_COUNT = 1000;

const WEEKDAYS: readonly string[] = allowedWeekdays;

const TIME_OF_DAY = say`The time of day is that of DTSTART: write one block for each time.`;

/** Parts of RFC 5545 that this project refuses, and what to write instead. */
const REFUSED_PARTS: Record<string, Sentence> = {
  BYHOUR: TIME_OF_DAY,
  BYMINUTE: TIME_OF_DAY,
  BYSECOND: TIME_OF_DAY,
  BYYEARDAY: say`Name the day by BYMONTH and BYMONTHDAY.`,
  BYWEEKNO: say`Name the weeks by FREQ=WEEKLY with INTERVAL, or the month by BYMONTH.`,
};

/** What each part's value becomes; the order is the order in which a rule is written. */
const PARTS: Record<string, (value: string) => Partial<RecurrenceRule>> = {
  FREQ: (value) => ({ frequency: frequencyOf(value) }),
  INTERVAL: (value) => ({ interval: wholeNumber('INTERVAL', value, 1, MAX_INTERVAL) }),
  COUNT: (value) => ({ count: wholeNumber('COUNT', value, 1, MAX_COUNT) }),
  UNTIL: (value) => ({ until: parseUntil(value) }),
  BYMONTH: (value) => ({ byMonth: list(value, (one) => wholeNumber('BYMONTH', one, 1, 12)) }),
  BYMONTHDAY: (value) => ({ byMonthDay: list(value, (one) => position('BYMONTHDAY', one, 31)) }),
  BYDAY: (value) => ({ byDay: list(value, weekdayOf) }),
  BYSETPOS: (value) => ({ bySetPos: list(value, (one) => position('BYSETPOS', one, 366)) }),
  WKST: (value) => ({ weekStart: plainWeekday('WKST', value) }),
};

/**
 * Reads the value of an RRULE line (RFC 5545, 3.3.10), in capitals.
 * @throws RecurrenceError for an unknown, doubled, refused or wrong part, or parts that exclude
 *   each other.
 */
export function parseRule(value: string): RecurrenceRule {
  const seen = new Set<string>();
  const rule: Partial<RecurrenceRule> = {};
  for (const part of value.split(';')) {
    const [name = '', partValue = '', ...rest] = part.split('=');
    if (partValue === '' || rest.length > 0) {
      throw new RecurrenceError(
        say`${quoted(part)} is no part of a rule. Write parts as FREQ=WEEKLY;BYDAY=MO, with a semicolon between.`,
      );
    }
    if (seen.has(name)) throw new RecurrenceError(say`${name} stands twice. Keep one.`);
    seen.add(name);
    Object.assign(rule, readPart(name, partValue));
  }
  if (!rule.frequency) {
    throw new RecurrenceError(
      say`FREQ is missing. Begin with one of FREQ=${FREQUENCIES.join(', ')}.`,
    );
  }
  const complete: RecurrenceRule = {
    ...rule,
    frequency: rule.frequency,
    interval: rule.interval ?? 1,
  };
  refuseContradictions(complete);
  return complete;
}

/** Writes a rule as the value of an RRULE line. */
export function formatRule(rule: RecurrenceRule): string {
  const parts: [string, string | number | undefined][] = [
    ['FREQ', rule.frequency],
    ['INTERVAL', rule.interval === 1 ? undefined : rule.interval],
    ['COUNT', rule.count],
    ['UNTIL', rule.until === undefined ? undefined : formatDateTime(rule.until)],
    ['BYMONTH', rule.byMonth?.join(',')],
    ['BYMONTHDAY', rule.byMonthDay?.join(',')],
    ['BYDAY', rule.byDay?.join(',')],
    ['BYSETPOS', rule.bySetPos?.join(',')],
    ['WKST', rule.weekStart],
  ];
  return parts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}

function readPart(name: string, value: string): Partial<RecurrenceRule> {
  const instead = REFUSED_PARTS[name];
  if (instead) throw new RecurrenceError(say`${name} is not supported here. ${instead}`);
  const read = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
  if (!read) {
    throw new RecurrenceError(
      say`${quoted(name)} is no known part of a rule. Known are ${Object.keys(PARTS).join(', ')}.`,
    );
  }
  return read(value);
}

/** What RFC 5545 forbids or leaves without a meaning. */
function refuseContradictions(rule: RecurrenceRule): void {
  if (rule.count !== undefined && rule.until !== undefined) {
    throw new RecurrenceError(say`COUNT and UNTIL exclude each other. Keep one.`);
  }
  const monthOrYear = rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY';
  const numbered = rule.byDay?.find((day) => day.length > 2);
  if (numbered && !monthOrYear) {
    throw new RecurrenceError(
      say`BYDAY=${numbered} counts weekdays within a month or a year. Use FREQ=MONTHLY, or write ${numbered.slice(-2)}.`,
    );
  }
  const inYear = rule.frequency === 'YEARLY' && !rule.byMonth;
  if (inYear && numbered && rule.byDay?.some((day) => day.length === 2)) {
    // The library leaves the weekdays without a number out here, and would do so silently.
    throw new RecurrenceError(
      say`BYDAY=${rule.byDay.join(',')} mixes weekdays with and without a number in a year. Write a block for each kind.`,
    );
  }
  if (rule.byMonthDay && rule.frequency === 'WEEKLY') {
    throw new RecurrenceError(say`BYMONTHDAY has no meaning in a weekly rule. Use FREQ=MONTHLY.`);
  }
  if (rule.bySetPos && !rule.byDay && !rule.byMonthDay && !rule.byMonth) {
    throw new RecurrenceError(
      say`BYSETPOS chooses among the days of BYDAY, BYMONTHDAY or BYMONTH. Add one of them.`,
    );
  }
}

function frequencyOf(value: string): Frequency {
  const frequency = FREQUENCIES.find((one) => one === value);
  if (frequency) return frequency;
  const advice = ['HOURLY', 'MINUTELY', 'SECONDLY'].includes(value)
    ? say`An activity repeats at most daily; write one block for each time of the day.`
    : say`Use one of ${FREQUENCIES.join(', ')}.`;
  throw new RecurrenceError(say`FREQ=${quoted(value)} cannot be used. ${advice}`);
}

function weekdayOf(value: string): string {
  const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(value);
  if (!match) return plainWeekday('BYDAY', value);
  const [, ordinal, day = ''] = match;
  return ordinal === undefined ? day : `${position('BYDAY', ordinal, 53)}${day}`;
}

function plainWeekday(name: string, value: string): string {
  if (WEEKDAYS.includes(value)) return value;
  throw new RecurrenceError(
    say`${name}=${quoted(value)} is no weekday. Use ${WEEKDAYS.join(', ')}.`,
  );
}

function list<T>(value: string, read: (one: string) => T): T[] {
  return value.split(',').map(read);
}

/** A place counted from the start (1, 2, …) or from the end (-1, -2, …). */
function position(name: string, value: string, highest: number): number {
  const magnitude = wholeNumber(name, value.replace(/^[+-]/, ''), 1, highest);
  return value.startsWith('-') ? -magnitude : magnitude;
}

function wholeNumber(name: string, value: string, lowest: number, highest: number): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= lowest && number <= highest) return number;
  throw new RecurrenceError(
    say`${name}=${quoted(value)} cannot be used. Give a whole number from ${lowest} to ${highest}.`,
  );
}
