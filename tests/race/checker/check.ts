import { answersKept } from './answers-kept';
import { bookingIds } from './booking-ids';
import { calledOff } from './called-off';
import { counters } from './counters';
import type { Evidence, Violation } from './evidence';
import { factsOf } from './facts';
import type { Facts } from './facts';
import { falseFull } from './false-full';
import { freedOnce } from './freed-once';
import { lawfulAnswers } from './lawful-answers';
import { oneCustomer } from './one-customer';
import { onePlace } from './one-place';
import { overbooking } from './overbooking';
import { repeats } from './repeats';
import { unasked } from './unasked';

const INVARIANTS = {
  'no more active bookings than capacity and limit allowed': overbooking,
  'one row for each booking id': bookingIds,
  'every 2xx answer is kept': answersKept,
  'nothing in the database that nobody asked for': unasked,
  'counters equal rows': counters,
  'a freed spot can be booked again exactly once': freedOnce,
  'never told full while a spot was free': falseFull,
  'repeats are answered alike': repeats,
  'one customer for each member id': oneCustomer,
  'one place for each customer': onePlace,
  'a cancelled appointment takes no booking': calledOff,
  'every answer is one that the contract knows': lawfulAnswers,
} satisfies Record<string, (facts: Facts) => Violation[]>;

export type Invariant = keyof typeof INVARIANTS;

export interface Result {
  invariant: Invariant;
  violations: Violation[];
}

/**
 * Holds the history of a run against what the database says in the end. Every violation found is
 * certain: no order in which the concurrent calls can have taken effect explains it.
 */
export function check(evidence: Evidence): Result[] {
  const facts = factsOf(evidence);
  return Object.entries(INVARIANTS).map(([invariant, find]) => ({
    invariant: invariant as Invariant,
    violations: find(facts),
  }));
}
