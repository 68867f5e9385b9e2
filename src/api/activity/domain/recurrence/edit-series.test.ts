import fc from 'fast-check';
import {
  RecurrenceError,
  endBefore,
  occurrences,
  parseRecurrence,
  withoutOccurrence,
} from './index';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 200);
const MONDAYS = 'DTSTART:20261123T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=MO';

function keysOf(rule: string): string[] {
  return occurrences({
    rule,
    timeZone: 'Europe/Amsterdam',
    from: new Date('2026-01-01T00:00Z'),
    until: new Date('2029-01-01T00:00Z'),
  }).map(({ localStart }) => localStart);
}

/** Rules of every shape that an edit treats in its own way. */
const RULES = [
  MONDAYS,
  `${MONDAYS};COUNT=20\nEXDATE:20261130T183000`,
  `${MONDAYS};UNTIL=20270901\nRDATE:20261124T100000,20270704T100000`,
  `${MONDAYS}\n\nDTSTART:20261124T073000\nDURATION:PT45M\nRRULE:FREQ=MONTHLY;BYDAY=-1TU,1TU`,
  'DTSTART:20261123T183000\nDURATION:PT1H',
  'DTSTART:20261123T183000\nDURATION:PT1H\nRDATE:20261224T120000,20271224T120000\nEXDATE:20261123T183000',
  'DTSTART:20261123T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=SU;COUNT=9\nRDATE:20261124T100000',
];
const anyRule = fc.constantFrom(...RULES);

describe('endBefore', () => {
  it('adds an UNTIL just before', () => {
    expect(endBefore(MONDAYS, '2026-12-07T18:30')).toBe(
      'DTSTART:20261123T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20261207T182900;BYDAY=MO',
    );
  });

  it('leaves an UNTIL or a COUNT that ends sooner, and takes the place of a later one', () => {
    const until = `${MONDAYS.replace('BYDAY', 'UNTIL=20261130T235900;BYDAY')}`;
    expect(endBefore(until, '2026-12-07T18:30')).toBe(until);
    expect(endBefore(until, '2026-11-30T18:30')).toContain(';UNTIL=20261130T182900;');
    const count = `${MONDAYS.replace('BYDAY', 'COUNT=2;BYDAY')}`;
    expect(endBefore(count, '2026-12-07T18:30')).toBe(count);
    expect(endBefore(count, '2026-11-30T18:30')).toContain('WEEKLY;UNTIL=20261130T182900;');
  });

  it('is blank when nothing is left, and can be read again', () => {
    expect(endBefore(MONDAYS, '2026-11-23T18:30')).toBe('');
    expect(endBefore('', '2026-11-23T18:30')).toBe('');
  });

  it('keeps a COUNT whose last date is the last before the end', () => {
    const once = MONDAYS.replace('BYDAY', 'COUNT=1;BYDAY');
    expect(endBefore(once, '2026-11-23T18:31')).toBe(once);
  });

  it('drops the exceptions that no longer matter', () => {
    const exceptions = (...dates: string[]) => `${MONDAYS}\nEXDATE:${dates.join(',')}`;
    const rule = exceptions('20261130T183000', '20261207T183000', '20261214T183000');
    expect(endBefore(rule, '2026-12-07T18:30')).toBe(
      exceptions('20261130T183000').replace('BYDAY', 'UNTIL=20261207T182900;BYDAY'),
    );
  });

  it('keeps the extra dates of a rule that gives none before the end', () => {
    const unsorted = `${MONDAYS.replace('=MO', '=SU')}\nRDATE:20261125T100000,20261124T100000`;
    expect(endBefore(unsorted, '2026-11-27T00:00')).toBe(
      'DTSTART:20261124T100000\nDURATION:PT1H\nRDATE:20261125T100000',
    );
    expect(keysOf(endBefore(RULES[6] ?? '', '2026-11-25T00:00'))).toEqual(['2026-11-24T10:00']);
  });

  it('keeps exactly the dates before, for any rule and any end', () => {
    const day = fc.integer({ min: 0, max: 420 });
    fc.assert(
      fc.property(anyRule, day, fc.boolean(), (rule, days, onADate) => {
        const dates = keysOf(rule);
        const somewhere = new Date(Date.UTC(2026, 10, 20, 12) + days * 86_400_000).toISOString();
        const end = (onADate && dates[days % dates.length]) || somewhere.slice(0, 16);
        expect(keysOf(endBefore(rule, end))).toEqual(dates.filter((date) => date < end));
      }),
      { numRuns: RUNS },
    );
  });

  it('refuses what is no wall time', () => {
    expect(() => endBefore(MONDAYS, '2026-12-07T18:30:00Z')).toThrow(RecurrenceError);
    expect(() => endBefore(MONDAYS, '2026-13-07T18:30')).toThrow(/does not exist/);
  });
});

describe('withoutOccurrence', () => {
  it('adds an EXDATE to every block that gives the date, and to no other', () => {
    const text = `${MONDAYS}\n${MONDAYS}\nEXDATE:20261130T183000\nDTSTART:20261123T073000\nDURATION:PT1H\nRRULE:FREQ=DAILY`;
    const exceptions = parseRecurrence(withoutOccurrence(text, '2026-12-07T18:30')).map(
      ({ exceptDates }) => exceptDates,
    );
    expect(exceptions).toEqual([
      ['2026-12-07T18:30'],
      ['2026-11-30T18:30', '2026-12-07T18:30'],
      [],
    ]);
  });

  it('takes exactly one date away, for any rule', () => {
    fc.assert(
      fc.property(anyRule, fc.nat({ max: 200 }), (rule, place) => {
        const dates = keysOf(rule);
        const gone = dates[place % dates.length] ?? '';
        expect(keysOf(withoutOccurrence(rule, gone))).toEqual(
          dates.filter((date) => date !== gone),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('refuses a date that the rule does not give, or no longer', () => {
    expect(() => withoutOccurrence(MONDAYS, '2026-12-08T18:30')).toThrow(/no date at/);
    const once = withoutOccurrence(MONDAYS, '2026-12-07T18:30');
    expect(() => withoutOccurrence(once, '2026-12-07T18:30')).toThrow(RecurrenceError);
  });
});
