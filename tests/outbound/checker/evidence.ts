import type { AtOnefit, SessionAtOnefit } from './at-onefit';
import type { VenueRow, VenueRows } from './venue-rows';

/** A span in which the venue was certainly not linked; milliseconds since 1970. */
export interface Unlinked {
  from: number;
  until: number;
}

/** What a storm noted about itself while it raged, for the checks. */
export interface StormNotes {
  /** the Venue UUID */
  venue: string;
  /** appointments that nobody can ever have offered, by document id */
  neverOffered: Set<string>;
  /** appointments that were changed where no hook sees it, by document id */
  unseen: Set<string>;
  /** sessions that Onefit lost, or of which it fell back to an older version, by id */
  lost: Set<string>;
  /** spans between an answered end of the link and the next question for one */
  unlinked: Unlinked[];
  /** answers that no caller should get, in short */
  surprises: string[];
  /** calls of Onefit's that were made again, since the venue had not answered */
  repeats: number;
  moves: number;
}

/** What one storm left behind, on both sides. */
export interface Evidence {
  notes: StormNotes;
  venue: VenueRow;
  rows: VenueRows;
  sessions: SessionAtOnefit[];
  atOnefit: AtOnefit;
}

/** Puts the evidence of one storm together. */
export function evidenceOf(notes: StormNotes, rows: VenueRows, atOnefit: AtOnefit): Evidence {
  const venue = rows.venues.find(({ uuid }) => uuid === notes.venue);
  if (!venue) throw new Error(`The venue ${notes.venue} is gone.`);
  const known = atOnefit.venues.find(({ venueId }) => venueId === notes.venue);
  return { notes, venue, rows, atOnefit, sessions: known?.sessions ?? [] };
}

/** Something that should not be, about one session or booking. */
export interface Finding {
  subject: string;
  what: string;
}
