import type { Prng } from '../../support/prng';
import * as bookings from './bookings';
import * as connection from './connection';
import * as edits from './edits';
import type { Move } from './edits';
import * as onefit from './onefit-loses';
import * as unseen from './unseen';

/**
 * Which moves a storm is made of: all, only those of which the hooks hear, or of these only edits
 * that meet one another on the way.
 */
export type Mix = 'all' | 'hooked' | 'crossing';

type Weighted = Array<[Move, number]>;

/** How often each move is made, as parts of their sum. */
const HOOKED: Weighted = [
  [edits.room, 6],
  [edits.teacher, 3],
  [edits.time, 6],
  [edits.capacity, 5],
  [edits.override, 6],
  [edits.add, 3],
  [edits.remove, 2],
  [edits.cancel, 4],
  [edits.name, 4],
  [edits.description, 2],
  [edits.activityCapacity, 2],
  [edits.ruleSwitch, 5],
  [edits.limit, 4],
  [edits.windows, 3],
  [edits.recurrence, 2],
  [edits.venueSettings, 1],
  [edits.both, 3],
  [edits.meanwhile, 3],
  [bookings.book, 10],
  [bookings.cancelAtOnefit, 4],
  [bookings.bookAtDesk, 5],
  [bookings.cancelAtDesk, 2],
  [bookings.checkIn, 3],
  [connection.refusal, 1],
  [connection.invalidBatch, 0.7],
  [connection.unauthorized, 0.3],
  [connection.outage, 1],
];

const UNHOOKED: Weighted = [
  [connection.apart, 1.5],
  [connection.relink, 1],
  [connection.reorder, 0.5],
  [unseen.unseenRoom, 2],
  [unseen.unseenTime, 2],
  [unseen.unseenCapacity, 1],
  [unseen.unseenCancellation, 1],
  [unseen.unseenDeletion, 1],
  [unseen.unseenName, 1],
  [onefit.forgets, 1.5],
  [onefit.fallsBack, 1.5],
];

const CROSSING: Weighted = [
  [edits.meanwhile, 2],
  [edits.capacity, 1],
];

const MOVES: Record<Mix, Weighted> = {
  all: [...HOOKED, ...UNHOOKED],
  hooked: HOOKED,
  crossing: CROSSING,
};

/** The moves of a storm, in their order; the same for the same seed. */
export function planMoves(random: Prng, count: number, mix: Mix): Move[] {
  const weighted = MOVES[mix];
  const sum = weighted.reduce((total, [, weight]) => total + weight, 0);
  return Array.from({ length: count }, () => {
    let left = random.next() * sum;
    const found = weighted.find(([, weight]) => (left -= weight) < 0);
    return found?.[0] ?? edits.room;
  });
}
