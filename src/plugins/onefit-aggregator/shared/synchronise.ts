/** What `POST /onefit-aggregator/sync` does and how far it is, as both halves of the plugin know it. */

/** `interrupted`: it broke off, or the instance that did it is gone; pressing again begins anew. */
export type SyncState = 'never' | 'running' | 'done' | 'interrupted';

/** What a run looked at, found and set right. */
export interface SyncReport {
  /** appointments and bookings that Onefit had refused, and that go out again */
  retried: number;
  /** appointments looked at */
  looked: number;
  /** that differ from what Onefit last answered, and go out again */
  marked: number;
  /** on which another rule was stored than the one that holds; these go out as well */
  resolved: number;
  /** linked venues, and how many of them were compared with what Onefit holds */
  venues: number;
  venuesDone: number;
  /** sessions that Onefit holds */
  held: number;
  /** that Onefit lost, holds in another version or state, or should not hold */
  found: number;
  /** of them, those that go out again */
  healed: number;
  /** that Onefit holds and nobody here knows: only Onefit can take them away */
  unknown: number;
  /** venues that could not be compared (document id), and why, as a stable word */
  failures: Array<{ venue: string; code: string }>;
}

/** Answer of `GET /onefit-aggregator/sync`. */
export interface SyncProgress extends SyncReport {
  state: SyncState;
  /** ISO 8601, UTC; null while it never ran */
  startedAt: string | null;
  finishedAt: string | null;
}

/** Answer of `POST /onefit-aggregator/sync`: the report, or that it is still at it. */
export type SyncAnswer = SyncReport | (SyncProgress & { running: true });
