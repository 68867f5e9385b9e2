import { dayNumber, daysLater, firstDay, isDay, isTime, weekdayOf } from './calendar';
import type { Day } from './calendar';
import type { End, Period, Slot, Timetable } from './timetable';
import { WEEKDAY_CODES } from './write-rule';

const DAY_MINUTES = 24 * 60;

/** What the dates of a block have of their own; the editor carries these lines along. */
const VALUE_NAMES = [
  'LOCATION',
  'X-TEACHER',
  'X-CAPACITY',
  'X-AGGREGATOR-BOOKINGS',
  'X-AGGREGATOR-SPOT-LIMIT',
];

interface LocalTime {
  day: Day;
  time: string;
}

/** One block of the rule: its slot, and what it shares with the others of its period. */
interface Block extends Omit<Period, 'slots' | 'everyWeeks'> {
  slot: Slot;
  everyWeeks: number;
}

/** `20261130T183000`; null for everything else, which the editor cannot show. */
function localTime(text: string): LocalTime | null {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})00$/.exec(text);
  if (!match) return null;
  const [, year, month, date, hour, minute] = match;
  const day = `${year}-${month}-${date}`;
  const time = `${hour}:${minute}`;
  return isDay(day) && isTime(time) ? { day, time } : null;
}

/** Where it ends after so many minutes; null for a whole day and more. */
function endOf(start: string, duration: string): string | null {
  const match = /^PT(?:(\d{1,2})H)?(?:(\d{1,4})M)?$/.exec(duration);
  const minutes = Number(match?.[1] ?? 0) * 60 + Number(match?.[2] ?? 0);
  if (!match || minutes < 1 || minutes >= DAY_MINUTES) return null;
  const end = (Number(start.slice(0, 2)) * 60 + Number(start.slice(3, 5)) + minutes) % DAY_MINUTES;
  return [Math.floor(end / 60), end % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The last day that an UNTIL leaves to dates at this time of the day. */
function lastDay(until: string, start: string): Day | null {
  const day = localTime(`${until.slice(0, 8)}T000000`)?.day;
  if (!day) return null;
  if (/^\d{8}$/.test(until) || /^\d{8}T235959$/.test(until)) return day;
  const at = localTime(until);
  if (!at) return null;
  return at.time >= start ? day : daysLater(day, -1);
}

function wholeNumber(text: string | undefined, most: number): number | null {
  const number = text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}

function weekdaysIn(byDay: string | undefined, first: Day): number[] | null {
  if (byDay === undefined) return [weekdayOf(first)];
  const weekdays = byDay.split(',').map((code) => WEEKDAY_CODES.indexOf(code) + 1);
  const known = weekdays.every((weekday) => weekday > 0);
  // A start on another day would hang on what programs make of it.
  return known && weekdays.includes(weekdayOf(first)) ? inOrder(weekdays) : null;
}

function inOrder<Item extends string | number>(items: Item[]): Item[] {
  return [...new Set(items)].sort((one, other) => (one < other ? -1 : 1));
}

const MOST_WEEKS = 999;
const MOST_DATES = 1000;

function endIn({ UNTIL, COUNT }: Record<string, string>, start: string): End | null {
  if (UNTIL !== undefined && COUNT !== undefined) return null;
  if (COUNT !== undefined) {
    const count = wholeNumber(COUNT, MOST_DATES);
    return count === null ? null : { kind: 'count', count };
  }
  if (UNTIL === undefined) return { kind: 'never' };
  const day = lastDay(UNTIL, start);
  return day === null ? null : { kind: 'until', day };
}

const PARTS = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST'];

/** The parts of an RRULE by name; null when one is not known here, or stands twice. */
function partsOf(rule: string): Record<string, string> | null {
  const parts: Record<string, string> = {};
  for (const part of rule.split(';')) {
    const [name = '', value = '', ...rest] = part.split('=');
    if (!PARTS.includes(name) || name in parts || value === '' || rest.length > 0) return null;
    parts[name] = value;
  }
  return parts;
}

/** The lines of one block, as they were written; null when one is not known here, or stands twice. */
interface Lines {
  DTSTART?: string;
  DURATION?: string;
  RRULE?: string;
  EXDATE: string[];
  values: string[];
}

/** The days that are left out; null when one is at another time, which has another meaning. */
function leftOutIn(lines: Lines, start: string): Day[] | null {
  const times = lines.EXDATE.flatMap((line) => line.split(',')).map(localTime);
  const days = times.flatMap((at) => (at?.time === start ? [at.day] : []));
  return days.length === times.length ? inOrder(days) : null;
}

function readBlock(lines: Lines): Block | null {
  const first = localTime(lines.DTSTART ?? '');
  const parts = partsOf(lines.RRULE ?? '');
  if (!first || parts?.FREQ !== 'WEEKLY') return null;
  const { day, time: start } = first;
  const weekdays = weekdaysIn(parts.BYDAY, day);
  const end = endOf(start, lines.DURATION ?? '');
  const everyWeeks = wholeNumber(parts.INTERVAL ?? '1', MOST_WEEKS);
  const periodEnd = endIn(parts, start);
  const leftOut = leftOutIn(lines, start);
  if (!weekdays || !end || !everyWeeks || !periodEnd || !leftOut) return null;
  // Where weeks begin matters only where some are skipped and a slot has several days.
  const week = parts.WKST ?? 'MO';
  if (!WEEKDAY_CODES.includes(week)) return null;
  if (week !== 'MO' && everyWeeks > 1 && weekdays.length > 1) return null;
  return {
    slot: { weekdays, start, end, leftOut },
    firstDay: day,
    everyWeeks,
    end: periodEnd,
    values: lines.values,
  };
}

/** Adds a line to its block; false for one that the editor cannot show. */
function take(blocks: Lines[], line: string): boolean {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0)).trim().toUpperCase();
  const written = line.slice(colon + 1).trim();
  if (name === 'DTSTART') {
    blocks.push({ DTSTART: written.toUpperCase(), EXDATE: [], values: [] });
    return true;
  }
  const block = blocks.at(-1);
  if (!block) return false;
  if (VALUE_NAMES.includes(name)) {
    block.values.push(`${name}:${written}`);
  } else if (name === 'EXDATE') {
    block.EXDATE.push(written.toUpperCase());
  } else if ((name === 'DURATION' || name === 'RRULE') && block[name] === undefined) {
    block[name] = written.toUpperCase();
  } else {
    return false;
  }
  return true;
}

/** Whether two blocks begin, end and repeat alike, so that they are slots of one period. */
function sharesPeriod(one: Block, other: Block): boolean {
  const shared = ({ everyWeeks, end, values }: Block) => JSON.stringify([everyWeeks, end, values]);
  if (shared(one) !== shared(other)) return false;
  const from = dayNumber(one.firstDay) < dayNumber(other.firstDay) ? one.firstDay : other.firstDay;
  return [one, other].every(
    ({ slot, firstDay: first, everyWeeks }) => firstDay(from, slot.weekdays, everyWeeks) === first,
  );
}

/** Puts blocks that begin, end and repeat alike together; what they say stays the same. */
function periodsOf(blocks: Block[]): Timetable {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const group = groups.find((held) => held.every((other) => sharesPeriod(other, block)));
    if (group) group.push(block);
    else groups.push([block]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { everyWeeks, end, values } = first;
    const slots = group.map(({ slot }) => slot);
    const [firstDayOfAll = first.firstDay] = inOrder(group.map((block) => block.firstDay));
    return [{ slots, firstDay: firstDayOfAll, everyWeeks, end, values }];
  });
}

/**
 * Reads the stored text of an activity's dates as a timetable of weekly slots.
 *
 * @returns no period for a blank text; null for a rule that the editor cannot show in full, which is
 *   then left as it is
 */
export function readRule(text: string): Timetable | null {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  // A folded line goes on with a space: calendar programs write so, and nothing here does.
  if (lines.some((line) => /^\s/.test(line))) return null;
  const found: Lines[] = [];
  if (!lines.every((line) => take(found, line))) return null;
  const blocks = found.map(readBlock);
  return blocks.every((block) => block !== null) ? periodsOf(blocks) : null;
}
