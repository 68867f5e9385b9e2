/** What became of a call to the venue. */
export type VenueAnswer<T> =
  /** It said yes, in the contract's words. */
  | { kind: 'ok'; status: number; body: T }
  /** It said no; nothing was written there. */
  | { kind: 'refused'; status: number; code: string; detail: string; retryAfter: string | null }
  /** What it did is not known: no answer, or one that means nothing. */
  | { kind: 'unknown'; status: number | null; code: UnknownCode; detail: string };

export type UnknownCode = 'venue_unreachable' | 'venue_timeout' | 'venue_answer_invalid';
