/** In what form a booking is asked for: as Onefit signs it, of stock Strapi, of the bare server. */
export type Form = 'signed' | 'stock' | 'bare';

/** How requests follow each other. */
export type Pace =
  /** this many always under way */
  | { inFlight: number }
  /** one every so often, whether the earlier ones were answered or not */
  | { perSecond: number };

/** What a round of load does: bookings of members in sessions, each pair once. */
export interface LoadTask {
  form: Form;
  url: string;
  pace: Pace;
  seconds: number;
  /** document ids */
  sessions: string[];
  /** how many members there are; they are numbered from 0 */
  members: number;
  /** number of the first booking; the next round begins where this one ended */
  first: number;
  /** Venue UUID */
  venue: string;
  /** of each session, where they are not all of one venue */
  venues?: string[];
  /** what signs, or the API token that stock Strapi wants */
  secret: string;
}

/** What came of a round. Latencies in milliseconds, of every answer that was 201. */
export interface LoadResult {
  /** bookings answered within the round, a second */
  perSecond: number;
  latencies: number[];
  /** how many requests were made: the next round's first booking is that much further on */
  asked: number;
  /** what was no 201, counted by what it was instead; empty in every round that counts */
  failures: Record<string, number>;
}
