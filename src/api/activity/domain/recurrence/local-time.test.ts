import { RecurrenceError, wallTimeAt } from './index';
import { assertLocalDateTime } from './local-time';

describe('the wall time of an instant', () => {
  it.each([
    ['2027-03-28T00:59:59.999Z', 'Europe/Amsterdam', '2027-03-28T01:59'],
    ['2027-03-28T01:00:00Z', 'Europe/Amsterdam', '2027-03-28T03:00'],
    ['1969-12-31T23:59:59.999Z', 'UTC', '1969-12-31T23:59'],
    ['2026-11-30T12:00:00Z', 'Asia/Kathmandu', '2026-11-30T17:45'],
  ])('of %s in %s is %s, to the minute', (instant, zone, local) => {
    expect(wallTimeAt(new Date(instant), zone)).toBe(local);
  });
});

describe('a wall time from a program', () => {
  it('is given back as it is', () => {
    expect(assertLocalDateTime('2026-11-30T18:30')).toBe('2026-11-30T18:30');
  });

  it.each([
    ['2026-11-30T18:30:30', /is not a wall time of the venue/],
    ['2026-11-30T18:30Z', /is not a wall time of the venue/],
    ['+002026-11-30T18:30', /is not a wall time of the venue/],
    ['2026-02-30T18:30', /does not exist/],
  ])('is refused as %s', (text, message) => {
    expect(() => assertLocalDateTime(text)).toThrow(message);
    expect(() => assertLocalDateTime(text)).toThrow(RecurrenceError);
  });
});
