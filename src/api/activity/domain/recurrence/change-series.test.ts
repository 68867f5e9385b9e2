import fc from 'fast-check';
import { formatRecurrence, occurrences, parseRecurrence, RecurrenceError } from './index';
import { endBefore } from './edit-series';
import { shiftSeries, shifted } from './shift-series';
import { seriesFrom } from './split-series';
import type { Repetition } from './repetition';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 300);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function datesOf(rule: string | Repetition[]): string[] {
  return occurrences({
    rule,
    timeZone: 'UTC',
    from: new Date('2026-01-01T00:00Z'),
    until: new Date('2029-01-01T00:00Z'),
  }).map(({ localStart }) => localStart);
}

function block(text: string): Repetition {
  const [repetition] = parseRecurrence(text);
  if (!repetition) throw new Error('no block');
  return repetition;
}

const START = 'DTSTART:20261123T183000\nDURATION:PT1H';

/** Rules whose days can move as a whole. */
const MOVABLE = [
  START,
  `${START}\nRDATE:20261224T120000,20271224T120000\nEXDATE:20261123T183000`,
  `${START}\nRRULE:FREQ=WEEKLY`,
  `${START}\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE,SU;COUNT=30\nEXDATE:20261130T183000`,
  `${START}\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU\nRDATE:20261124T100000,20270704T220000`,
  `${START}\nRRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO,TH;WKST=SU;UNTIL=20270901`,
  `${START}\nRRULE:FREQ=DAILY;INTERVAL=3;COUNT=40`,
  `${START}\nRRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270301T183000`,
];
/** Rules that hang on the month: only their time of day can move as a whole. */
const MONTHLY = [
  `${START}\nRRULE:FREQ=MONTHLY;BYDAY=1MO,-1FR;COUNT=9`,
  `${START}\nRRULE:FREQ=MONTHLY;BYMONTHDAY=31`,
  `${START}\nRRULE:FREQ=WEEKLY;BYDAY=MO;BYMONTH=1,2,3`,
  `${START}\nRRULE:FREQ=YEARLY;BYMONTH=12;BYDAY=SU`,
];

describe('a series from a date on', () => {
  it('is with what comes before exactly the series, for any rule and any date', () => {
    const day = fc.integer({ min: 0, max: 420 });
    fc.assert(
      fc.property(fc.constantFrom(...MOVABLE, ...MONTHLY), day, fc.boolean(), (rule, days, on) => {
        const dates = datesOf(rule);
        const somewhere = new Date(Date.UTC(2026, 10, 20, 12) + days * DAY).toISOString();
        const from = (on && dates[days % dates.length]) || somewhere.slice(0, 16);
        const tail = seriesFrom(block(rule), from);
        expect(datesOf(tail)).toEqual(dates.filter((date) => date >= from));
        expect(datesOf(endBefore([block(rule)], from))).toEqual(
          dates.filter((date) => date < from),
        );
        expect(datesOf(formatRecurrence(tail))).toEqual(datesOf(tail));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('the blocks of a series from a date on', () => {
  const fortnightly = (rdates: string) =>
    block(`${START}\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO\nRDATE:${rdates}`);
  const shape = (blocks: Repetition[]) =>
    blocks.map(({ start, rule, extraDates }) => [start, rule?.interval, ...extraDates]);

  it('are single dates before the next of the rule, and the rule with those from there on', () => {
    const series = fortnightly('20261124T100000,20261207T183000,20261208T100000');
    expect(shape(seriesFrom(series, '2026-11-24T00:00'))).toEqual([
      ['2026-11-24T10:00', undefined],
      ['2026-12-07T18:30', 2, '2026-12-07T18:30', '2026-12-08T10:00'],
    ]);
    expect(shape(seriesFrom(series, '2026-12-08T00:00'))).toEqual([
      ['2026-12-08T10:00', undefined],
      ['2026-12-21T18:30', 2],
    ]);
  });

  it('begin single dates with the earliest, and name each once', () => {
    const singles = block(`${START}\nRDATE:20261226T100000,20261224T100000,20261226T100000`);
    expect(shape(seriesFrom(singles, '2026-12-01T00:00'))).toEqual([
      ['2026-12-24T10:00', undefined, '2026-12-26T10:00'],
    ]);
  });
});

describe('a series that moves', () => {
  const shiftBy = fc.integer({ min: -9 * 1440, max: 9 * 1440 }).map((minutes) => minutes * MINUTE);

  it('has every date so much later, for any rule and any time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MOVABLE), shiftBy, (rule, by) => {
        const inside = (date: string) => date >= '2026-06' && date < '2028-06';
        const moved = shiftSeries(block(rule), by);
        expect(datesOf([moved]).filter(inside)).toEqual(
          datesOf(rule)
            .map((date) => shifted(date, by))
            .sort()
            .filter(inside),
        );
        expect(datesOf(formatRecurrence([moved]))).toEqual(datesOf([moved]));
      }),
      { numRuns: RUNS },
    );
  });

  it.each(MONTHLY)('moves within its day also where the day hangs on the month: %s', (rule) => {
    const earlier = shiftSeries(block(rule), -90 * MINUTE);
    expect(datesOf([earlier])).toEqual(datesOf(rule).map((date) => shifted(date, -90 * MINUTE)));
    expect(() => shiftSeries(block(rule), DAY)).toThrow(RecurrenceError);
    expect(() => shiftSeries(block(rule), 6 * 60 * MINUTE)).toThrow(/one by one/);
  });

  const moves = (rule: string, days: number) => () => shiftSeries(block(rule), days * DAY);

  it.each([
    ['a day of the month in a daily rule', 'FREQ=DAILY;BYMONTHDAY=5'],
    ['a month in a daily rule', 'FREQ=DAILY;BYMONTH=12'],
    ['a choice among days', 'FREQ=MONTHLY;BYMONTHDAY=5,6;BYSETPOS=1'],
    ['a weekday of the month', 'FREQ=MONTHLY;BYDAY=4MO'],
    ['a day from the end of the month', 'FREQ=MONTHLY;BYMONTHDAY=-5'],
  ])('moves to no other day with %s', (_what, value) => {
    const rule = `${START}\nRRULE:${value}`;
    expect(moves(rule, 1)).toThrow(/hang on the month or the year/);
    expect(moves(rule, 0)()).toEqual(block(rule));
  });

  it('moves the week of a weekly rule with its days, and has none to move in a daily one', () => {
    const rule = (value: string) => moves(`${START}\nRRULE:${value}`, 1)().rule;
    expect(rule('FREQ=WEEKLY;BYDAY=MO,SU')).toMatchObject({ byDay: ['TU', 'MO'], weekStart: 'TU' });
    expect(rule('FREQ=DAILY;BYDAY=MO,SU')).toMatchObject({ byDay: ['TU', 'MO'] });
    expect(rule('FREQ=DAILY;BYDAY=MO,SU')?.weekStart).toBeUndefined();
  });

  it('moves days of the month from the first to the 28th, and none beyond', () => {
    const on = (days: string) => `${START}\nRRULE:FREQ=MONTHLY;BYMONTHDAY=${days}`;
    expect(moves(on('2,27'), 1)().rule?.byMonthDay).toEqual([3, 28]);
    expect(moves(on('2,27'), -1)().rule?.byMonthDay).toEqual([1, 26]);
    expect(moves(on('2,28'), -1)().rule?.byMonthDay).toEqual([1, 27]);
    for (const [days, by] of [
      ['2,28', 1],
      ['1,27', -1],
      ['27', 2],
      ['29', -1],
    ] as const) {
      expect(moves(on(days), by)).toThrow(RecurrenceError);
    }
    const monthly = (day: number) =>
      `DTSTART:202611${day}T183000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY`;
    expect(moves(monthly(27), 1)()).toMatchObject({
      start: '2026-11-28T18:30',
      rule: { frequency: 'MONTHLY', interval: 1 },
    });
    expect(moves(monthly(27), 1)().rule).not.toHaveProperty('byMonthDay');
    expect(moves(monthly(28), 1)).toThrow(RecurrenceError);
  });

  it('moves days of the month that every month has', () => {
    const moved = shiftSeries(block(`${START}\nRRULE:FREQ=MONTHLY;BYMONTHDAY=5,12`), 3 * DAY);
    expect(datesOf([moved]).slice(0, 3)).toEqual([
      '2026-12-08T18:30',
      '2026-12-15T18:30',
      '2027-01-08T18:30',
    ]);
  });
});
