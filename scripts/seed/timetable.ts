import { csvRecords } from './csv-records';
import type { CsvRecord } from './csv-records';
import { TimetableError } from './timetable-error';
import type { TimetableProblem } from './timetable-error';
import { weekdayOf } from './weekday-names';

/** One slot of a studio's regular week. */
export interface TimetableRow {
  /** The line of the file on which it begins, counted from 1. */
  line: number;
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  weekday: number;
  /** Wall time of the venue, `06:30`. */
  start: string;
  /** Wall time of the same day, after `start`. */
  end: string;
  className: string;
}

/** An activity of the timetable with all its slots, in the order of the file. */
export interface TimetableActivity {
  name: string;
  slots: TimetableRow[];
}

const COLUMNS = ['weekday', 'start', 'end', 'class'] as const;
type Column = (typeof COLUMNS)[number];

/** As long as an activity's name may be. */
const LONGEST_NAME = 200;
/** Far beyond any studio's week; keeps a wrong file from filling the database. */
const MOST_ROWS = 1_000;

/**
 * Reads a timetable: a CSV text with the columns weekday, start, end and class, in any order, named in
 * its first line. Weekdays are English, Dutch or German, in full or short; times are `HH:MM`.
 * @returns The rows in the order of the file.
 * @throws TimetableError with all that is wrong, each with its line and what to do.
 */
export function parseTimetable(text: string): TimetableRow[] {
  const [header, ...records] = csvRecords(text);
  if (!header) throw refused(1, `The file is empty. Begin it with the line ${COLUMNS.join(',')}.`);
  const columns = readHeader(header);
  if (records.length === 0) {
    throw refused(header.line, 'No class follows. Write one line for each class of the week.');
  }
  if (records.length > MOST_ROWS) {
    throw refused(
      records[MOST_ROWS]?.line ?? header.line,
      `A timetable has at most ${MOST_ROWS} classes a week. Split the file.`,
    );
  }

  const problems: TimetableProblem[] = [];
  const rows: TimetableRow[] = [];
  const lines = new Map<string, number>();
  for (const record of records) {
    const { row, complaints } = readRow(record, columns);
    const key = JSON.stringify([row.weekday, row.start, row.className]);
    const earlier = lines.get(key);
    if (complaints.length === 0 && earlier !== undefined) {
      complaints.push(
        `This class starts at the same time on line ${earlier} already. Remove one of the two.`,
      );
    }
    if (earlier === undefined) lines.set(key, record.line);
    problems.push(...complaints.map((message) => ({ line: record.line, message })));
    rows.push(row);
  }
  if (problems.length > 0) throw new TimetableError(problems);
  return rows;
}

/**
 * Gathers the slots of each class, so that a class becomes one activity, however often a week it is
 * held. Names differ by case too.
 * @returns The activities in the order in which the file first names them.
 */
export function byClass(rows: TimetableRow[]): TimetableActivity[] {
  const activities = new Map<string, TimetableActivity>();
  for (const row of rows) {
    const name = row.className.trim();
    const activity = activities.get(name) ?? { name, slots: [] };
    activity.slots.push(row);
    activities.set(name, activity);
  }
  return [...activities.values()];
}

/** Where each column stands, from the first line. */
function readHeader(header: CsvRecord): (Column | undefined)[] {
  const names = header.cells.map((cell) => cell.trim().toLowerCase());
  const columns = names.map((name) => COLUMNS.find((column) => column === name));
  const messages = [
    ...COLUMNS.filter((column) => !columns.includes(column)).map(
      (column) =>
        `The column "${column}" is missing. Name the columns ${COLUMNS.join(',')} in the first line.`,
    ),
    ...names
      .filter((name, index) => !columns[index] || names.indexOf(name) < index)
      .map(
        (name) =>
          `The column ${quoted(name)} is one too many. Remove it, also from the lines below.`,
      ),
  ];
  if (messages.length > 0) {
    throw new TimetableError(messages.map((message) => ({ line: header.line, message })));
  }
  return columns;
}

function readRow(
  { line, cells, brokenQuotes }: CsvRecord,
  columns: (Column | undefined)[],
): { row: TimetableRow; complaints: string[] } {
  const cell = (column: Column) => (cells[columns.indexOf(column)] ?? '').trim();
  const weekday = weekdayOf(cell('weekday'));
  const start = timeOf(cell('start'));
  const end = timeOf(cell('end'));
  const className = cell('class').replace(/\s+/g, ' ');
  const row = { line, weekday: weekday ?? 0, start: start ?? '', end: end ?? '', className };

  if (brokenQuotes) {
    return {
      row,
      complaints: ['A quotation mark has no partner. Close it, or write "" for one in a text.'],
    };
  }
  const complaints: string[] = [];
  if (cells.length > columns.length) {
    complaints.push(
      `There are ${cells.length} values for ${columns.length} columns. Put a value with a separator in it in quotes.`,
    );
  }
  if (weekday === null) {
    complaints.push(
      `${quoted(cell('weekday'))} is no weekday. Write it in English, Dutch or German: Monday, maandag, Montag, Mon.`,
    );
  }
  if (start === null) complaints.push(wrongTime('start', cell('start')));
  if (end === null) complaints.push(wrongTime('end', cell('end')));
  if (start !== null && end !== null && end <= start) {
    complaints.push(
      `The end ${end} is not after the start ${start}. Correct it; a class does not run past midnight.`,
    );
  }
  complaints.push(...nameComplaints(className));
  return { row, complaints };
}

function nameComplaints(name: string): string[] {
  if (name === '') return ['The class has no name. Write one in the column "class".'];
  if (name.length > LONGEST_NAME) {
    return [`The name of the class has ${name.length} characters. Shorten it to ${LONGEST_NAME}.`];
  }
  if (/[\p{Cc}\uFFFD]/u.test(name)) {
    return [
      `${quoted(name)} has characters that cannot be shown. Save the file as CSV in UTF-8, or correct the name.`,
    ];
  }
  return [];
}

/** `6:30` and `06:30` are `06:30`; null for what is no time of a day. */
function timeOf(text: string): string | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (!match) return null;
  const [, hour = '', minute = ''] = match;
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}

function wrongTime(column: Column, text: string): string {
  return `The ${column} ${quoted(text)} is no time. Write hours and minutes from 00:00 to 23:59, such as 18:30.`;
}

function quoted(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

function refused(line: number, message: string): TimetableError {
  return new TimetableError([{ line, message }]);
}
