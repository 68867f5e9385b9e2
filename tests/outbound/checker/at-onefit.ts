import type { HeldSession } from '../../loop/onefit';
import type { RunningSandbox } from '../../support/sandbox';

/** One version of a session as it came in. */
export interface Receipt {
  /** when it arrived; ISO 8601 */
  at: string;
  /** rises with every request as it arrives */
  arrival: number;
  version: number;
  status: string;
  outcome: string;
}

/** All that Onefit knows of one session; `held` null when no version was accepted, or it is forgotten. */
export interface SessionAtOnefit {
  id: string;
  held: HeldSession | null;
  /** in the order in which they were judged */
  received: Receipt[];
}

export interface BookingAtOnefit {
  id: string;
  venueId: string;
  status: string;
}

/** A rule of order that the sandbox itself saw broken. */
export interface SeenViolation {
  rule: string;
  venueId: string;
  subject: string;
  detail: string;
}

/** What the sandbox remembers, of all venues. */
export interface AtOnefit {
  venues: Array<{ venueId: string; sessions: SessionAtOnefit[] }>;
  bookings: BookingAtOnefit[];
  violations: SeenViolation[];
  /** of the requests of both directions, by call */
  counts: Record<string, { total: number; byStatus: Record<string, number> }>;
}

export function readOnefit(sandbox: RunningSandbox): Promise<AtOnefit> {
  return sandbox.control<AtOnefit>('GET', '/state');
}
