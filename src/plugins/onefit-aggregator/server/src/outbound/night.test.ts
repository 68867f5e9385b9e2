import fc from 'fast-check';
import { nextNight } from './night';

const DAY_MS = 24 * 60 * 60 * 1000;

const venue = fc.string({ minLength: 1, maxLength: 64 });
const moment = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('the next night of a venue', () => {
  it('lies ahead, within a day, between one and five', () => {
    fc.assert(
      fc.property(venue, moment, (key, now) => {
        const night = nextNight(key, now);
        expect(night.getTime()).toBeGreaterThan(now.getTime());
        expect(night.getTime()).toBeLessThanOrEqual(now.getTime() + DAY_MS);
        expect([1, 2, 3, 4]).toContain(night.getUTCHours());
      }),
    );
  });

  it('is the same minute night after night', () => {
    fc.assert(
      fc.property(venue, moment, (key, now) => {
        const night = nextNight(key, now);
        expect(nextNight(key, night).getTime()).toBe(night.getTime() + DAY_MS);
      }),
    );
  });

  it('spreads venues', () => {
    const now = new Date('2026-11-24T12:00:00Z');
    const minutes = new Set(
      Array.from({ length: 100 }, (_none, index) => nextNight(`venue-${index}`, now).getTime()),
    );
    expect(minutes.size).toBeGreaterThan(60);
  });
});
