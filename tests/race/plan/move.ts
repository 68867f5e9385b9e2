import type { Asked } from '../calls/call';

/** One planned call. */
export interface Step {
  asked: Asked;
  /** which server process is called, by its index */
  server: number;
  /** when the caller destroys its socket, in milliseconds after sending; null = it waits */
  cutAfterMs: number | null;
  subject: Subject;
}

/**
 * Which booking a call is about, where that is known only on the way: the one that the move made at
 * the desk, the so-manieth that it saw in the Sign-in, or of those that the caller knows to hold a
 * spot. `plan` = the one that `asked` names, which also stands in where none is held.
 */
export type Subject =
  | { from: 'plan' }
  | { from: 'made' }
  | { from: 'listed'; nth: number }
  | { from: 'held'; nth: number };

/** Steps that are taken at the same moment. */
export type Volley = Step[];

/** What one lane of a caller does: one volley after the other, each when the last is answered. */
export type Move = Volley[];
