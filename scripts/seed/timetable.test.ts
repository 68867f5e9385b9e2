import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byClass, parseTimetable } from './timetable';
import { TimetableError } from './timetable-error';
import { weekdayOf } from './weekday-names';

const HEADER = 'weekday,start,end,class\n';

function refusal(text: string): TimetableError {
  try {
    parseTimetable(text);
  } catch (error) {
    if (error instanceof TimetableError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('parseTimetable', () => {
  it("reads the studio's week", () => {
    const rows = parseTimetable(readFileSync(join(__dirname, 'studio-timetable.csv'), 'utf8'));
    expect(rows).toHaveLength(19);
    expect(rows[0]).toEqual({
      line: 2,
      weekday: 1,
      start: '06:30',
      end: '07:15',
      className: 'Fit /Boot Camp',
    });
    expect(rows.at(-1)).toMatchObject({ line: 20, weekday: 6, start: '10:30', className: 'Zumba' });
  });

  it('takes columns in any order, a byte order mark, Windows line ends, semicolons and blank lines', () => {
    const text =
      '\uFEFFClass;Weekday;End;Start\r\n\r\nYoga; dinsdag ;7:15;6:30\r\n;;;\r\n"Pilates; mat";Mi;20:00;19:00';
    expect(parseTimetable(text)).toEqual([
      { line: 3, weekday: 2, start: '06:30', end: '07:15', className: 'Yoga' },
      { line: 5, weekday: 3, start: '19:00', end: '20:00', className: 'Pilates; mat' },
    ]);
  });

  it('counts lines right after quoted line ends, which become a space in a name', () => {
    const text = `${HEADER}Monday,18:00,19:00,"Yoga\r\nfor\r\n  beginners"\r\nTuesday,18:00,19:00,"Say ""hi"""\r\nNever,1,2,X\r\n`;
    expect(refusal(text).problems.map(({ line }) => line)).toEqual([6, 6, 6]);
    const [first, second] = parseTimetable(text.slice(0, text.indexOf('Never')));
    expect(first).toMatchObject({ line: 2, className: 'Yoga for beginners' });
    expect(second).toMatchObject({ line: 5, className: 'Say "hi"' });
  });

  it('names all that is wrong at once, with its line', () => {
    const text = `${HEADER}Monday,18:00,19:00,Zumba
Someday,18:00,19:00,Zumba
Tuesday,18h,25:00,
Wednesday,19:00,18:00,Zumba
Thursday,18:00,18:00,Zumba
Monday,18:00,18:30,Zumba
Friday,18:00,19:00,Zumba, with music
Saturday,18:00`;
    const error = refusal(text);
    expect(error.code).toBe('timetable_invalid');
    expect(error.problems).toEqual([
      {
        line: 3,
        message: expect.stringMatching(/"Someday" is no weekday.*Monday, maandag, Montag/),
      },
      { line: 4, message: expect.stringMatching(/start "18h" is no time.*such as 18:30/) },
      { line: 4, message: expect.stringMatching(/end "25:00" is no time/) },
      { line: 4, message: expect.stringMatching(/no name/) },
      { line: 5, message: expect.stringMatching(/not after the start.*midnight/) },
      { line: 6, message: expect.stringMatching(/not after the start/) },
      { line: 7, message: expect.stringMatching(/on line 2 already/) },
      { line: 8, message: expect.stringMatching(/5 values for 4 columns/) },
      { line: 9, message: expect.stringMatching(/end "" is no time/) },
      { line: 9, message: expect.stringMatching(/no name/) },
    ]);
    expect(error.message.split('\n')).toHaveLength(10);
    expect(error.message).toMatch(/^Line 3: /);
  });

  it('allows two classes at one time, and a class twice a day', () => {
    const text = `${HEADER}Sat,09:15,10:15,Strong\nSat,09:15,10:15,Kids\nSat,11:00,12:00,Strong`;
    expect(parseTimetable(text)).toHaveLength(3);
  });

  it.each([
    ['', 1, /empty/],
    ['\uFEFF\r\n \n', 1, /empty/],
    [HEADER, 1, /No class follows/],
    ['\nweekday,start,end\nMon,1,2', 2, /"class" is missing/],
    ['weekday,start,end,class,room\n', 1, /"room" is one too many/],
    ['weekday,start,end,class,start\n', 1, /"start" is one too many/],
    ['Monday,18:00,19:00,Zumba\n', 1, /"weekday" is missing/],
    [`${HEADER}Mon,18:00,19:00,${'x'.repeat(201)}`, 2, /201 characters/],
    [`${HEADER}Mon,18:00,19:00,Ballet caf\uFFFD`, 2, /UTF-8/],
    [`${HEADER}Mon,18:00,19:00,Bo\u0000x`, 2, /cannot be shown/],
    [`${HEADER}Mon,18:00,19:00,"Zumba\nTue,18:00,19:00,Yoga`, 2, /no partner/],
    [`${HEADER}Mon,18:00,24:00,Zumba`, 2, /23:59/],
    [HEADER + 'Mon,18:00,19:00,Zumba\n'.repeat(1_001), 1_002, /at most 1000/],
  ])('refuses %j', (text, line, message) => {
    const [problem] = refusal(text).problems;
    expect(problem).toEqual({ line, message: expect.stringMatching(message) });
  });
});

describe('byClass', () => {
  it('makes one activity of each name, with all its slots', () => {
    const rows = parseTimetable(readFileSync(join(__dirname, 'studio-timetable.csv'), 'utf8'));
    const activities = byClass(rows);
    expect(activities.map(({ name, slots }) => [name, slots.length])).toEqual([
      ['Fit /Boot Camp', 2],
      ['Circuit Training', 3],
      ['Zumba', 8],
      ['Barre Fusion', 2],
      ['Zumba Toning', 1],
      ['Basic Zumba', 1],
      ['Strong by Zumba', 1],
      ['Kids Fit Camp', 1],
    ]);
    expect(activities.flatMap(({ slots }) => slots).sort((a, b) => a.line - b.line)).toEqual(rows);
  });

  it('tells names apart by case and not by spaces around them', () => {
    const text = `${HEADER}Mon,18:00,19:00,Yoga\nTue,18:00,19:00, Yoga \nWed,18:00,19:00,YOGA`;
    expect(byClass(parseTimetable(text)).map(({ name }) => name)).toEqual(['Yoga', 'YOGA']);
  });
});

describe('weekdayOf', () => {
  const week = (locale: string, weekday: 'long' | 'short') =>
    [1, 2, 3, 4, 5, 6, 7].map((day) =>
      new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day)),
    );

  it.each(['en', 'nl', 'de'])(
    'knows what `Intl` calls the weekdays in %s, in any case',
    (locale) => {
      for (const names of [week(locale, 'long'), week(locale, 'short')]) {
        expect(names.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
        expect(names.map((name) => weekdayOf(` ${name.toUpperCase()}. `))).toEqual([
          1, 2, 3, 4, 5, 6, 7,
        ]);
      }
    },
  );

  it.each(['', 'm', 'day', 'lundi', 'constructor', '1'])('does not know "%s"', (name) => {
    expect(weekdayOf(name)).toBeNull();
  });
});
