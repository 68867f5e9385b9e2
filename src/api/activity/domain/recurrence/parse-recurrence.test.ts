import fc from 'fast-check';
import { RecurrenceError, formatRecurrence, parseRecurrence } from './index';
import type { Repetition } from './index';

const BLOCK = `DTSTART:20261123T183000
DURATION:PT1H
RRULE:FREQ=WEEKLY;BYDAY=MO
EXDATE:20261228T183000
`;

const daily = (line: string) => `DTSTART:20261123T183000\nDURATION:PT1H\n${line}`;
const rule = (value: string) => daily(`RRULE:${value}`);

function refusal(text: string): RecurrenceError {
  try {
    parseRecurrence(text);
  } catch (error) {
    if (error instanceof RecurrenceError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('parseRecurrence', () => {
  it('reads a block', () => {
    expect(parseRecurrence(BLOCK)).toEqual<Repetition[]>([
      {
        start: '2026-11-23T18:30',
        durationMinutes: 60,
        rule: { frequency: 'WEEKLY', interval: 1, byDay: ['MO'] },
        extraDates: [],
        exceptDates: ['2026-12-28T18:30'],
      },
    ]);
  });

  it('reads every part of a rule', () => {
    const text = rule(
      'FREQ=MONTHLY;INTERVAL=2;UNTIL=20351231T235959;BYMONTH=1,12;BYMONTHDAY=1,-1;BYDAY=+1MO,-1FR;BYSETPOS=-1;WKST=SU',
    );
    expect(parseRecurrence(text)[0]?.rule).toEqual({
      frequency: 'MONTHLY',
      interval: 2,
      until: '2035-12-31T23:59',
      byMonth: [1, 12],
      byMonthDay: [1, -1],
      byDay: ['1MO', '-1FR'],
      bySetPos: [-1],
      weekStart: 'SU',
    });
  });

  it('takes in the whole day of an UNTIL without a time', () => {
    expect(parseRecurrence(rule('FREQ=DAILY;UNTIL=20261130'))[0]?.rule?.until).toBe(
      '2026-11-30T23:59',
    );
  });

  it('reads single dates, blocks without blank lines between, lower case, CRLF and folded lines', () => {
    const text = [
      'dtstart:20261123T183000',
      'exdate:20261228T183000,202',
      ' 70104T183000',
      'rrule:freq=weekly;byday=mo',
      'Duration:pt45m',
      'DTSTART:20261225T100000',
      'RDATE:20261226T100000,20261227T110000',
      'RDATE:20270101T100000',
      'DURATION:PT1H30M',
    ].join('\r\n');
    const [weekly, single] = parseRecurrence(text);
    expect(weekly?.durationMinutes).toBe(45);
    expect(weekly?.exceptDates).toEqual(['2026-12-28T18:30', '2027-01-04T18:30']);
    expect(single).toEqual({
      start: '2026-12-25T10:00',
      durationMinutes: 90,
      rule: null,
      extraDates: ['2026-12-26T10:00', '2026-12-27T11:00', '2027-01-01T10:00'],
      exceptDates: [],
    });
  });

  it('takes blanks off, and goes on with a folded line where it was broken', () => {
    const text = [
      'DTSTART : 2026 ',
      ' 1123 ',
      ' T183000',
      'DURATION:\tPT1H  ',
      'LOCATION:Big',
      '  Hall',
    ].join('\n');
    expect(parseRecurrence(text)).toEqual([
      {
        start: '2026-11-23T18:30',
        durationMinutes: 60,
        rule: null,
        extraDates: [],
        exceptDates: [],
        values: { room: 'Big Hall' },
      },
    ]);
  });

  it.each([
    'FREQ=MONTHLY;BYDAY=MO,2TU',
    'FREQ=YEARLY;BYMONTH=5;BYDAY=MO,2TU',
    'FREQ=YEARLY;BYDAY=20MO',
    'FREQ=YEARLY;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=53MO,MO',
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31',
    'FREQ=DAILY;INTERVAL=999;COUNT=1000',
    'FREQ=MONTHLY;BYMONTHDAY=1,2;BYSETPOS=1',
    'FREQ=YEARLY;BYMONTH=1,2;BYSETPOS=366,1',
  ])('reads the rule %s', (value) => {
    expect(formatRecurrence(parseRecurrence(rule(value)))).toBe(rule(value));
  });

  it('reads years from 1970 to 2999, and an extra date at the start itself', () => {
    for (const start of ['19700101T000000', '29991231T235900']) {
      const text = `DTSTART:${start}\nDURATION:PT1H\nRDATE:${start}`;
      expect(formatRecurrence(parseRecurrence(text))).toBe(text);
    }
  });

  it('reads nothing from a blank text', () => {
    expect(parseRecurrence('')).toEqual([]);
    expect(parseRecurrence('\n  \r\n')).toEqual([]);
  });

  it.each([
    ['PT1M', 1],
    ['PT24H', 1440],
    ['P1D', 1440],
    ['P01D', 1440],
    ['+PT90M', 90],
    ['P0DT1H15M0S', 75],
    ['PT3600S', 60],
  ])('reads the duration %s', (duration, minutes) => {
    const [block] = parseRecurrence(`DTSTART:20261123T183000\nDURATION:${duration}`);
    expect(block?.durationMinutes).toBe(minutes);
  });

  it.each([
    // where, what is written, what the message must say
    [1, 'DTSTART;TZID=Europe/Amsterdam:20261123T183000', /TZID.*zone is set on the venue/s],
    [1, 'DTSTART:20261123T183000Z', /UTC.*write the local time, 20261123T183000\.$/s],
    [1, 'DTSTART;VALUE=DATE-TIME;TZID=UTC:20261123T183000', /DTSTART names a time zone \(TZID\)/],
    [1, ':20261123T183000', /"" is not known here/],
    [1, 'DTSTART:X20261123T183000', /"X20261123T183000" is not a date with a time/],
    [1, 'DTSTART:20261123T1830001', /"20261123T1830001" is not a date with a time/],
    [1, 'DTSTART:X20261123T183000Z', /not a date with a time/],
    [1, 'DTSTART:20261123T183000ZZ', /not a date with a time/],
    [1, 'DTSTART:30000101T000000', /year 3000\. Give a year from 1970 to 2999/],
    [1, 'DTSTART:19691231T235900', /year 1969/],
    [3, 'DTSTART:20261123T183000\n\n DURATION:PT1H', /begins with a space/],
    [1, 'DTSTART:20261123T183000+0100', /local time/],
    [1, 'DTSTART;VALUE=DATE:20261123', /parameter "VALUE=DATE"/],
    [1, 'DTSTART:20261123', /not a date with a time/],
    [1, 'DTSTART:20260230T183000', /does not exist/],
    [1, 'DTSTART:20261123T240000', /does not exist/],
    [1, 'DTSTART:20261123T183030', /seconds/],
    [1, 'DTSTART:02061123T183000', /year 206\b/],
    [1, 'RRULE:FREQ=DAILY', /before any DTSTART/],
    [1, 'DTSTART 20261123T183000', /no colon/],
    [1, ' DTSTART:20261123T183000', /begins with a space/],
    [2, '\nDTSTART:20261123T183000\nRRULE:FREQ=DAILY', /no DURATION/],
    [
      3,
      daily('DTEND:20261123T193000'),
      /"DTEND" is not known.*DTSTART, DURATION, RRULE, EXDATE, RDATE, LOCATION, X-TEACHER/,
    ],
    [3, daily('__PROTO__:1'), /not known/],
    [3, daily('DURATION:PT2H'), /DURATION stands twice/],
    [4, `${rule('FREQ=DAILY')}\nRRULE:FREQ=WEEKLY`, /RRULE stands twice/],
    [3, daily('RDATE:20261122T183000'), /before DTSTART/],
    [3, daily('RDATE:20261124T183000/PT1H'), /not a date with a time/],
    [3, daily('EXDATE:20261124'), /not a date with a time/],
    [3, daily('EXDATE:20261124T183000,'), /not a date with a time/],
    ...['HOURLY', 'MINUTELY', 'SECONDLY'].map((often): [number, string, RegExp] => [
      3,
      rule(`FREQ=${often}`),
      /one block for each time/,
    ]),
    [3, rule('FREQ=DAILY=2'), /no part of a rule/],
    [3, rule('FREQ=WEEKLY;BYDAY=XMO'), /BYDAY="XMO" is no weekday/],
    [3, rule('FREQ=MONTHLY;BYMONTHDAY=1-'), /BYMONTHDAY="1-" cannot be used/],
    [3, rule('FREQ=DAILY;UNTIL=X20261130'), /"X20261130" is not a date/],
    [3, rule('FREQ=YEARLY;BYYEARDAY=3'), /not supported here\. Name the day by BYMONTH/],
    [3, rule('FREQ=FORTNIGHTLY'), /DAILY, WEEKLY, MONTHLY, YEARLY/],
    [
      3,
      rule('INTERVAL=2'),
      /FREQ is missing\. Begin with one of FREQ=DAILY, WEEKLY, MONTHLY, YEARLY/,
    ],
    [3, rule('FREQ=DAILY;'), /no part of a rule/],
    [3, rule('FREQ=DAILY;FREQ=WEEKLY'), /FREQ stands twice/],
    [3, rule('FREQ=DAILY;BYHOUR=9'), /time of day is that of DTSTART/],
    [3, rule('FREQ=YEARLY;BYWEEKNO=3'), /not supported here\. Name the weeks by FREQ=WEEKLY/],
    [3, rule('RSCALE=CHINESE;FREQ=YEARLY'), /no known part.*FREQ, INTERVAL, COUNT, UNTIL, BYMONTH/],
    [3, rule('FREQ=DAILY;INTERVAL=0'), /INTERVAL="0" cannot be used.*from 1 to 999/],
    [3, rule('FREQ=DAILY;INTERVAL=1.5'), /from 1 to 999/],
    [3, rule('FREQ=DAILY;COUNT=1001'), /COUNT="1001" cannot be used.*from 1 to 1000/],
    [3, rule('FREQ=DAILY;COUNT=2;UNTIL=20261231'), /COUNT and UNTIL/],
    [3, rule('FREQ=DAILY;UNTIL=20261231T183000Z'), /UTC/],
    [3, rule('FREQ=DAILY;UNTIL=20261122'), /no date from DTSTART/],
    [
      3,
      rule('FREQ=WEEKLY;BYDAY=MON'),
      /BYDAY="MON" is no weekday\. Use MO, TU, WE, TH, FR, SA, SU/,
    ],
    [3, rule('FREQ=WEEKLY;BYDAY=1MO'), /or write MO/],
    [3, rule('FREQ=MONTHLY;BYDAY=54MO'), /BYDAY="54".*from 1 to 53/],
    [3, rule('FREQ=YEARLY;BYDAY=MO,2TU'), /BYDAY=MO,2TU mixes.*block for each kind/],
    [3, rule('FREQ=WEEKLY;BYMONTHDAY=3'), /FREQ=MONTHLY/],
    [3, rule('FREQ=MONTHLY;BYMONTHDAY=32'), /BYMONTHDAY="32".*from 1 to 31/],
    [3, rule('FREQ=MONTHLY;BYMONTHDAY=0'), /from 1 to 31/],
    [3, rule('FREQ=YEARLY;BYMONTH=13'), /BYMONTH="13".*from 1 to 12/],
    [3, rule('FREQ=MONTHLY;BYSETPOS=1'), /Add one of them/],
    [3, rule('FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367'), /BYSETPOS="367".*from 1 to 366/],
    [3, rule('FREQ=WEEKLY;WKST=1MO'), /WKST="1MO" is no weekday/],
    [3, rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), /no date within 50 years/],
    [3, rule('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'), /no date within 50 years/],
  ])('refuses, on line %i: %s', (line, text, message) => {
    const error = refusal(text);
    expect(error.message).toMatch(message);
    expect(error).toMatchObject({ line, code: 'recurrence_invalid' });
    expect(error.message).toMatch(new RegExp(`^Line ${line}: `));
    expect(error.name).toBe('RecurrenceError');
  });

  it('quotes what is long in part', () => {
    const long = 'x'.repeat(40);
    expect(refusal(long).message).toContain(`"${long}" has no colon`);
    expect(refusal(`${long}y`).message).toContain(`"${long}…" has no colon`);
  });

  it.each([
    ['1H', /"1H" is not a duration/],
    ['XPT1H', /"XPT1H" is not a duration/],
    ['PT90S', /"PT90S" has seconds/],
    ['PT30S', /"PT30S" has seconds/],
    ['PT0M', /"PT0M" is no length/],
    ['PT1441M', /"PT1441M" is no length/],
  ])('says what is wrong with the duration %s', (duration, message) => {
    expect(refusal(`DTSTART:20261123T183000\nDURATION:${duration}`).message).toMatch(message);
  });

  it.each(['PT0M', 'PT25H', 'P2D', 'P1W', '-PT1H', 'PT1.5H', 'PT30S', 'PT', 'P', 'P1DT', '1H', ''])(
    'refuses the duration "%s"',
    (duration) => {
      expect(refusal(`DTSTART:20261123T183000\nDURATION:${duration}`)).toMatchObject({ line: 2 });
    },
  );

  it('allows 100 blocks and 10,000 characters, no more', () => {
    const block = 'DTSTART:20261123T183000\nDURATION:PT1H\n';
    expect(parseRecurrence(block.repeat(100))).toHaveLength(100);
    expect(refusal(block.repeat(101))).toMatchObject({ line: 201 });
    expect(refusal(block.repeat(101)).message).toMatch(/at most 100 blocks/);
    expect(parseRecurrence(block.padEnd(10_000, '\n'))).toHaveLength(1);
    expect(refusal(block.padEnd(10_001, '\n')).message).toMatch(/10001 characters/);
  });

  it('never fails in another way, whatever is written', () => {
    const words = fc.constantFrom(
      ...['DTSTART:', 'DURATION:', 'RRULE:', 'EXDATE:', 'RDATE:', 'FREQ=', 'WEEKLY', 'DAILY', ';'],
      ...['BYDAY=', 'MO', '-1', ',', 'PT1H', '20261123T183000', 'UNTIL=', 'COUNT=', '\n', ' ', '='],
    );
    const anything = fc.oneof(
      fc.string(),
      fc.array(words).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        try {
          parseRecurrence(text);
        } catch (error) {
          expect(error).toBeInstanceOf(RecurrenceError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
