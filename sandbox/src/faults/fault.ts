import type { Call } from '../contract/calls';

/** What can go wrong, and what each kind needs to know. */
export type FaultEffect =
  /** Waits before anything is looked at: `ms`, plus up to `jitterMs` more. */
  | { kind: 'latency'; ms: number; jitterMs?: number }
  /** Answers with an error status; `retryAfter` (seconds) becomes the header. */
  | { kind: 'status'; status: number; code?: string; retryAfter?: number; applied?: boolean }
  /** Breaks the connection without an answer. */
  | { kind: 'reset'; applied?: boolean }
  /** Does what was asked, then breaks the connection without an answer. */
  | { kind: 'applied_unanswered' }
  /** Answers 200 with a body that is no JSON. */
  | { kind: 'malformed_json'; applied?: boolean }
  /** Answers 200 with JSON that is not what the contract says. */
  | { kind: 'wrong_schema'; applied?: boolean }
  /** Never answers; the caller has to give up. */
  | { kind: 'hang'; applied?: boolean }
  /** Answers rightly, a few bytes at a time. */
  | { kind: 'slow_body'; chunkBytes?: number; chunkMs?: number; applied?: boolean }
  /** Answers 200 with a body of so many megabytes. */
  | { kind: 'huge_body'; megabytes?: number; applied?: boolean }
  /** Answers with a redirect. */
  | { kind: 'redirect'; status?: number; location?: string; applied?: boolean }
  /** Forgets the venue's sessions, then goes on as if nothing had happened. */
  | { kind: 'forget' }
  /** Rejects sessions by id or by the name of their class. */
  | {
      kind: 'reject';
      sessionIds?: string[];
      classNames?: string[];
      code: string;
      detail?: string;
    };

export type FaultKind = FaultEffect['kind'];

/** When a fault strikes. With neither count nor probability it strikes every time. */
export interface FaultScope {
  /** Which calls; all calls of the venue when left out. */
  calls?: Call[];
  venueId?: string;
  /** How many more times it strikes; then it is spent. */
  count?: number;
  /** How likely it strikes each time, 0 to 1. */
  probability?: number;
  /** Makes the dice repeatable: the same seed strikes the same requests. */
  seed?: number;
}

export type FaultSpec = FaultEffect & FaultScope;

/** A fault in force. */
export interface Fault {
  id: string;
  spec: FaultSpec;
  /** How many requests were in its scope. */
  seen: number;
  /** How many of them it struck. */
  struck: number;
}
