import { growthLines, growthOf } from './growth';

const HUNDRED = { venues: 100, ms: 50 };

describe('what grew', () => {
  it('in proportion is carried on in proportion', () => {
    const grown = growthOf('sweep', HUNDRED, { venues: 1_000, ms: 500 });
    expect(grown).toMatchObject({ times: 10, venuesTimes: 10, atModelMs: 5_000 });
    expect([grown.fasterThanVenues, grown.overLimit]).toEqual([false, false]);
  });

  it('faster than the venues is told apart, and carried on as it grew', () => {
    const grown = growthOf('sweep', HUNDRED, { venues: 1_000, ms: 5_000 });
    expect(grown).toMatchObject({ fasterThanVenues: true, atModelMs: 500_000, overLimit: false });
    expect(growthLines([grown])[0]).toContain('FASTER THAN VENUES');
  });

  it('within the exactness of a timing, or hardly at all, is not told apart', () => {
    expect(growthOf('sweep', HUNDRED, { venues: 1_000, ms: 640 }).fasterThanVenues).toBe(false);
    const little = growthOf('poll', { venues: 100, ms: 0.1 }, { venues: 1_000, ms: 9 });
    expect(little.fasterThanVenues).toBe(false);
  });

  it('beyond the time that it has does not fit', () => {
    const grown = growthOf('poll', HUNDRED, { venues: 1_000, ms: 200 });
    expect(grown).toMatchObject({ limitMs: 500, overLimit: true });
    expect(growthLines([grown])[0]).toContain('DOES NOT FIT');
  });

  it('is not carried on to less than it is', () => {
    expect(growthOf('page', HUNDRED, { venues: 1_000, ms: 40 })).toMatchObject({
      atModelMs: 40,
      limitMs: null,
      overLimit: false,
    });
  });
});
