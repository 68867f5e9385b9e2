import type { Arena } from '../arena';
import type { Call } from '../calls/call';
import { makeMove } from '../calls/make-move';
import { planMoves } from '../plan/plan';
import { createPrng } from '../../support/prng';
import { fillUp } from '../fill';
import { check } from './check';
import type { Invariant } from './check';
import { SimulatedVenue } from './simulated-venue';
import type { Fault } from './simulated-venue';

const CALLS = 600;
const LANES = 24;

function arenaOf(seed: number): Arena {
  const random = createPrng(seed);
  return {
    part: 1,
    target: { urls: ['http://a', 'http://b'], venue: 'v', secret: 's', token: 't', product: 'p' },
    activity: 'followed',
    appointments: Array.from({ length: 15 }, (_, index) => ({
      documentId: `s-${index}`,
      capacity: random.between(1, 6),
      limit: random.chance(0.5) ? random.between(1, 4) : null,
      follows: index % 4 === 0 ? 'followed' : null,
    })),
    customers: Array.from({ length: 20 }, (_, index) => ({
      documentId: `c-${index}`,
      member: index < 8 ? `own-${index}` : null,
    })),
  };
}

/** Plays the moves of a run against a venue in memory, many at a time, and checks it. */
async function play(seed: number, fault: Fault | null) {
  const arena = arenaOf(seed);
  const random = createPrng(seed);
  const venue = new SimulatedVenue(arena, random, fault);
  const moves = planMoves(arena, random);
  const memory = { held: [] };
  const calls: Call[] = [];
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      while (calls.length < CALLS) {
        calls.push(...(await makeMove(venue, moves.next().value, memory)));
      }
    }),
  );
  const filled = await fillUp(arena, venue.rows, venue);
  const results = check({
    arena,
    calls: [...calls, ...filled.calls],
    rows: venue.rows,
    fills: filled.fills,
  });
  return results.filter(({ violations }) => violations.length > 0);
}

describe('a venue that decides every call at one moment', () => {
  it.each([1, 2, 3, 4, 5])('is never accused, seed %d', async (seed) => {
    expect(await play(seed, null)).toEqual([]);
  });

  it.each<[Fault, Invariant[]]>([
    ['unguarded', ['no more active bookings than capacity and limit allowed']],
    ['keeps-spots', ['counters equal rows', 'never told full while a spot was free']],
    [
      'undersells',
      ['a freed spot can be booked again exactly once', 'never told full while a spot was free'],
    ],
  ])('is found out when it is %s', async (fault, invariants) => {
    const broken = (await play(6, fault)).map(({ invariant }) => invariant);
    expect(broken).toEqual(expect.arrayContaining(invariants));
  });
});
