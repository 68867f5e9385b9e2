/** What is there in the venue that is called, at the beginning: requests with made-up ids alone would find nothing. */
export interface Known {
  /** ids that are made up in one round of the run are found again in it, and in no other */
  round: number;
  /** Venue UUID of the linked venue that most requests are about */
  venue: string;
  /** of venues of all kinds: linked, never linked, of another company, of nobody */
  venues: string[];
  /** of the venue that is linked and unlinked all the time, and its Company UUID */
  movable: { venue: string; company: string };
  companies: string[];
  /** where a booking is possible */
  open: string[];
  /** of all kinds: open, full, cancelled, withdrawn, of another venue … */
  sessions: string[];
  bookings: string[];
  members: string[];
  /** `nextCursor` of lists, by the operation that gave them */
  cursors: Record<string, string[]>;
  /** when it was all made; times that are asked for lie around it */
  madeAt: Date;
}
