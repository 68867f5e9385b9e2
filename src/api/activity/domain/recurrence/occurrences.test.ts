import { RecurrenceError, TimeZoneError, occurrences } from './index';
import type { OccurrencesInput } from './index';

const MONDAYS = 'DTSTART:20261123T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=MO';

function expand(rule: string, from: string, until: string, more: Partial<OccurrencesInput> = {}) {
  return occurrences({
    rule,
    timeZone: 'Europe/Amsterdam',
    from: new Date(from),
    until: new Date(until),
    ...more,
  });
}

const starts = (...input: Parameters<typeof expand>) =>
  expand(...input).map(({ localStart, startsAt }) => `${localStart} ${startsAt.toISOString()}`);

describe('occurrences', () => {
  it('keeps the time on the wall across both changes of clocks', () => {
    expect(starts(MONDAYS, '2027-03-21T00:00Z', '2027-04-01T00:00Z')).toEqual([
      '2027-03-22T18:30 2027-03-22T17:30:00.000Z',
      '2027-03-29T18:30 2027-03-29T16:30:00.000Z',
    ]);
    expect(starts(MONDAYS, '2027-10-24T00:00Z', '2027-11-02T00:00Z')).toEqual([
      '2027-10-25T18:30 2027-10-25T16:30:00.000Z',
      '2027-11-01T18:30 2027-11-01T17:30:00.000Z',
    ]);
  });

  it('moves a start in a skipped hour on by the gap, and keeps its key', () => {
    const nightly = 'DTSTART:20270327T023000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3';
    expect(starts(nightly, '2027-03-01T00:00Z', '2027-04-01T00:00Z')).toEqual([
      '2027-03-27T02:30 2027-03-27T01:30:00.000Z',
      '2027-03-28T02:30 2027-03-28T01:30:00.000Z', // 03:30 on the clock
      '2027-03-29T02:30 2027-03-29T00:30:00.000Z',
    ]);
  });

  it('takes the first of a time that comes twice', () => {
    const once = 'DTSTART:20271031T023000\nDURATION:PT1H';
    expect(starts(once, '2027-10-30T00:00Z', '2027-11-01T00:00Z')).toEqual([
      '2027-10-31T02:30 2027-10-31T00:30:00.000Z',
    ]);
  });

  it('ends after exactly the duration, whatever the clocks do meanwhile', () => {
    const night = 'DTSTART:20270327T220000\nDURATION:PT8H';
    const [date] = expand(night, '2027-03-01T00:00Z', '2027-04-01T00:00Z');
    expect(date?.endsAt.toISOString()).toBe('2027-03-28T05:00:00.000Z'); // 07:00 on the clock
  });

  it('includes a start at `from` and excludes one at `until`', () => {
    const first = '2026-11-23T17:30:00Z';
    const second = '2026-11-30T17:30:00Z';
    expect(starts(MONDAYS, first, second)).toEqual(['2026-11-23T18:30 2026-11-23T17:30:00.000Z']);
    expect(starts(MONDAYS, '2026-11-23T17:30:00.001Z', second)).toEqual([]);
    expect(starts(MONDAYS, second, second)).toEqual([]);
    expect(starts(MONDAYS, second, first)).toEqual([]);
  });

  it('sorts the dates of several blocks and gives a shared start once, by the first block', () => {
    const text = `${MONDAYS}\n\nDTSTART:20261123T073000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY;BYDAY=MO
DTSTART:20261130T183000\nDURATION:PT2H`;
    const found = expand(text, '2026-11-29T00:00Z', '2026-12-06T00:00Z');
    expect(found.map(({ localStart }) => localStart)).toEqual([
      '2026-11-30T07:30',
      '2026-11-30T18:30',
    ]);
    expect(found[1]?.endsAt.toISOString()).toBe('2026-11-30T18:30:00.000Z');
  });

  it('leaves out the weeks, or days, that an INTERVAL skips', () => {
    const days = (rule: string) =>
      expand(
        `DTSTART:20261123T183000\nDURATION:PT1H\nRRULE:${rule}`,
        '2026-11-01T00:00Z',
        '2026-12-31T00:00Z',
      ).map(({ localStart }) => localStart.slice(5, 10));
    expect(days('FREQ=WEEKLY;INTERVAL=2')).toEqual(['11-23', '12-07', '12-21']);
    expect(days('FREQ=DAILY;INTERVAL=10')).toEqual(['11-23', '12-03', '12-13', '12-23']);
  });

  it('leaves out EXDATE, also of an RDATE, and adds RDATE', () => {
    const text = `${MONDAYS};COUNT=3\nRDATE:20261125T100000,20261126T100000
EXDATE:20261130T183000,20261126T100000`;
    const found = expand(text, '2026-11-01T00:00Z', '2027-11-01T00:00Z');
    expect(found.map(({ localStart }) => localStart)).toEqual([
      '2026-11-23T18:30',
      '2026-11-25T10:00',
      '2026-12-07T18:30',
    ]);
  });

  it('begins with the first date the rule gives when DTSTART is not one', () => {
    const tuesdays = 'DTSTART:20261123T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=1';
    const [date, ...others] = expand(tuesdays, '2026-11-01T00:00Z', '2027-11-01T00:00Z');
    expect(date?.localStart).toBe('2026-11-24T18:30');
    expect(others).toEqual([]);
  });

  it('stops at the limit with the earliest dates, however long the span', () => {
    const three = { limit: 3 };
    const all = ['1500-01-01T00:00Z', '+020000-01-01T00:00:00Z'] as const;
    expect(expand(MONDAYS, ...all, three).map(({ localStart }) => localStart)).toEqual([
      '2026-11-23T18:30',
      '2026-11-30T18:30',
      '2026-12-07T18:30',
    ]);
    expect(expand(MONDAYS, ...all, { limit: 0 })).toEqual([]);
    const yearly = 'DTSTART:20261123T183000\nDURATION:PT1H\nRRULE:FREQ=YEARLY';
    expect(expand(yearly, ...all, { limit: 40 })).toHaveLength(40);
  });

  it('counts a rare date through decades', () => {
    const newYear =
      'DTSTART:19700101T120000\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYMONTH=1;BYMONTHDAY=1;COUNT=100';
    expect(starts(newYear, '2026-11-22T00:00Z', '2027-01-17T00:00Z')).toEqual([
      '2027-01-01T12:00 2027-01-01T11:00:00.000Z',
    ]);
  });

  it.each([
    ['Pacific/Kiritimati', '2026-11-23T04:30:00.000Z'],
    ['Pacific/Niue', '2026-11-24T05:30:00.000Z'],
  ])('finds a date alone in its span, however far %s is from UTC', (timeZone, start) => {
    const [from, until] = [start, new Date(Date.parse(start) + 1).toISOString()] as const;
    expect(starts(MONDAYS, from, until, { timeZone })).toEqual([`2026-11-23T18:30 ${start}`]);
  });

  it.each([
    ['19700101T000000', 'Pacific/Auckland', '1969-12-31T12:00:00.000Z'],
    ['29991231T235900', 'Pacific/Niue', '3000-01-01T10:59:00.000Z'],
  ])('gives also the first and the last moment that a rule may name: %s in %s', (...of) => {
    const [start, timeZone, instant] = of;
    const all = ['1500-01-01T00:00Z', '+020000-01-01T00:00:00Z'] as const;
    const found = expand(`DTSTART:${start}\nDURATION:PT1H`, ...all, { timeZone });
    expect(found.map(({ startsAt }) => startsAt.toISOString())).toEqual([instant]);
  });

  it('sorts what the clocks make one instant by the wall time of the rule', () => {
    const skipped = ['033000', '023000'].map((time) => `DTSTART:20270328T${time}\nDURATION:PT1H`);
    expect(starts(skipped.join('\n'), '2027-03-27T00:00Z', '2027-03-29T00:00Z')).toEqual([
      '2027-03-28T02:30 2027-03-28T01:30:00.000Z',
      '2027-03-28T03:30 2027-03-28T01:30:00.000Z',
    ]);
  });

  it('tells of a date what its block has of its own, and of others nothing', () => {
    const text = `${MONDAYS}\nX-CAPACITY:4\nDTSTART:20261124T183000\nDURATION:PT1H`;
    const [own, other] = expand(text, '2026-11-23T00:00Z', '2026-11-25T00:00Z');
    expect(own?.values).toEqual({ capacity: 4 });
    expect(other).not.toHaveProperty('values');
  });

  it('gives nothing for a blank rule', () => {
    expect(expand(' \n', '2026-01-01T00:00Z', '2027-01-01T00:00Z')).toEqual([]);
  });

  it('refuses a zone, a rule, a span or a limit that cannot be used', () => {
    const span = ['2026-11-01T00:00Z', '2027-11-01T00:00Z'] as const;
    expect(() => expand(MONDAYS, ...span, { timeZone: 'Mars/Base' })).toThrow(TimeZoneError);
    expect(() => expand('RRULE:FREQ=DAILY', ...span)).toThrow(RecurrenceError);
    const noDates = new RangeError('from and until must be valid dates.');
    expect(() => expand(MONDAYS, 'no date', span[1])).toThrow(noDates);
    expect(() => expand(MONDAYS, span[0], 'no date')).toThrow(noDates);
    const noLimit = new RangeError('limit must be a whole number, 0 or more.');
    expect(() => expand(MONDAYS, ...span, { limit: -1 })).toThrow(noLimit);
    expect(() => expand(MONDAYS, ...span, { limit: 1.5 })).toThrow(noLimit);
  });
});
