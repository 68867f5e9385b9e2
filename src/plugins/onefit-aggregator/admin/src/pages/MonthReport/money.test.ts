import { asTyped, hundredths, percentage } from './money';
import { recentMonths } from './months';

describe('an amount that is typed', () => {
  it.each([
    ['8,33', 833],
    ['8.5', 850],
    [' 12 ', 1200],
    ['0,05', 5],
    ['1.10', 110],
    ['10000', 1_000_000],
  ])('%s is %i hundredths', (typed, value) => {
    expect(hundredths(typed)).toBe(value);
  });

  it.each(['', 'eight', '-1', '8,333', '1.000,00', '8..5', '123456'])('%s is none', (typed) => {
    expect(hundredths(typed)).toBeNull();
  });

  it('is shown as it can be typed again', () => {
    for (const locale of ['en', 'nl', 'de']) {
      for (const value of [0, 5, 833, 110, 1_000_000]) {
        expect(hundredths(asTyped(value, locale))).toBe(value);
      }
    }
    expect([asTyped(850, 'en'), asTyped(850, 'de')]).toEqual(['8.50', '8,50']);
  });

  it('is a percentage without needless zeros', () => {
    expect([percentage(900, 'nl'), percentage(550, 'nl')]).toEqual(['9', '5,5']);
  });
});

describe('the months that can be chosen', () => {
  it('start with the one that it is at the venue, and go back over the year', () => {
    const instant = new Date('2026-12-31T23:30:00Z');
    expect(recentMonths(instant, 'Europe/Amsterdam').slice(0, 3)).toEqual([
      '2027-01',
      '2026-12',
      '2026-11',
    ]);
    expect(recentMonths(instant, 'UTC')[0]).toBe('2026-12');
  });
});
