import fc from 'fast-check';
import { formatRecurrence, occurrences, parseRecurrence, RecurrenceError } from './index';
import { endBefore } from './edit-series';
import { shiftSeries, shifted } from './shift-series';
import { seriesFrom } from './split-series';
import type { Repetition } from './repetition';

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
      { numRuns: 300 },
    );
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
      { numRuns: 300 },
    );
  });

  it.each(MONTHLY)('moves within its day also where the day hangs on the month: %s', (rule) => {
    const earlier = shiftSeries(block(rule), -90 * MINUTE);
    expect(datesOf([earlier])).toEqual(datesOf(rule).map((date) => shifted(date, -90 * MINUTE)));
    expect(() => shiftSeries(block(rule), DAY)).toThrow(RecurrenceError);
    expect(() => shiftSeries(block(rule), 6 * 60 * MINUTE)).toThrow(/one by one/);
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

describe('the values of a series', () => {
  it('stand in its block, and are read back whatever the room is called', () => {
    const room = fc.string({ maxLength: 30 }).map((text) => text.replace(/\p{C}/gu, '').trim());
    fc.assert(
      fc.property(room, fc.nat({ max: 10_000 }), (name, capacity) => {
        const values = {
          room: name === '' ? null : name,
          teacher: null,
          capacity,
          aggregatorBookings: 'allowed' as const,
          aggregatorSpotLimit: 4,
        };
        const text = formatRecurrence([{ ...block(START), values }]);
        expect(block(text).values).toEqual(values);
      }),
    );
  });

  it('are refused with the line where they cannot be read', () => {
    expect(() => parseRecurrence(`${START}\nX-CAPACITY:many`)).toThrow(/Line 3.*whole number/);
    expect(() => parseRecurrence(`${START}\nX-AGGREGATOR-BOOKINGS:MAYBE`)).toThrow(/ALLOWED/);
    expect(() => parseRecurrence(`${START}\nLOCATION:${'x'.repeat(101)}`)).toThrow(/too long/);
    expect(block(`${START}\nX-CAPACITY:8`).values).toEqual({ capacity: 8 });
    expect(block(START).values).toBeUndefined();
  });
});
