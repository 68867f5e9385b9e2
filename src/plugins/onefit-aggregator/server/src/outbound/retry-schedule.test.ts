import fc from 'fast-check';
import { patienceSeconds, pauseSeconds } from './retry-schedule';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const attempts = fc.integer({ min: 1, max: 100_000 });

describe('the pause after a failure', () => {
  it('begins at 5 s and doubles to 15 min', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 50].map((attempt) =>
      pauseSeconds('unreachable', attempt, null, 0.5),
    );
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
  });

  it('has jitter of a fifth either way, and never more than 15 min', () => {
    fc.assert(
      fc.property(attempts, random, (attempt, dice) => {
        const pause = pauseSeconds('unreachable', attempt, null, dice);
        const plain = 5 * 2 ** Math.min(attempt - 1, 20);
        expect(pause).toBeGreaterThanOrEqual(Math.min(plain * 0.8, 900));
        expect(pause).toBeLessThanOrEqual(Math.min(plain * 1.2, 900));
      }),
    );
    expect(pauseSeconds('unreachable', 1, null, 0)).not.toBe(
      pauseSeconds('unreachable', 1, null, 0.9),
    );
  });

  it('is what Retry-After says, from 1 s to a day', () => {
    expect(pauseSeconds('busy', 9, 37, 0.5)).toBe(37);
    expect(pauseSeconds('busy', 1, 0, 0.5)).toBe(1);
    expect(pauseSeconds('busy', 1, 7_200, 0.5)).toBe(7_200);
    expect(pauseSeconds('busy', 1, 86_400, 0.5)).toBe(86_400);
    expect(pauseSeconds('busy', 1, 999_999_999, 0.5)).toBe(86_400);
  });

  it('obeys Retry-After alike, whichever call it answered', () => {
    expect([0, 1, 37, 86_400, 86_401].map(patienceSeconds)).toEqual([1, 1, 37, 86_400, 86_400]);
  });

  it('doubles when a busy Onefit does not say how long', () => {
    expect(pauseSeconds('busy', 3, null, 0.5)).toBe(20);
  });

  it('is a minute while the credentials are refused, and 15 min without a link', () => {
    fc.assert(
      fc.property(attempts, random, fc.option(fc.nat()), (attempt, dice, retryAfter) => {
        expect(pauseSeconds('unauthorized', attempt, retryAfter, dice)).toBe(60);
        expect(pauseSeconds('not_linked', attempt, retryAfter, dice)).toBe(900);
      }),
    );
  });
});
