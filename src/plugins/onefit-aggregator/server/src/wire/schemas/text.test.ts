import { toDate } from './instants';
import { shownText, timeZoneSchema } from './text';

describe('a text that we show', () => {
  it('is bound in its length alone', () => {
    expect(shownText(3).safeParse(' \n\u202e').success).toBe(true);
    expect(shownText(3).safeParse('four').success).toBe(false);
  });
});

describe('a time zone', () => {
  it.each([
    ['Europe/Amsterdam', true],
    ['Etc/GMT+12', true],
    ['America/Port-au-Prince', true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['', false],
    [' UTC', false],
    ['UTC ', false],
  ])('may be %j: %s', (zone, fits) => {
    expect(timeZoneSchema.safeParse(zone).success).toBe(fits);
  });
});

describe('an instant that no schema has accepted', () => {
  it('is a mistake of the program', () => {
    expect(toDate('2026-11-30T18:30:00+01:00')).toEqual(new Date('2026-11-30T17:30:00Z'));
    expect(() => toDate('now')).toThrow(new RangeError('Check the text with instantSchema first.'));
  });
});
