import type { VenueRecord } from './records';
import type { OnefitStore } from './store';

/** What Onefit is to lose. Left out: of every venue, all sessions. */
export interface ForgetRequest {
  venueId?: string;
  /** `latest`: only the newest version of each session, as after a restored backup of Onefit's own. */
  what: 'sessions' | 'latest' | 'link';
  /** Only these sessions. */
  sessionIds?: string[];
}

/**
 * Loses what Onefit holds without telling the venue, so that its reconciliation has something to
 * find. What was received stays in the history. Gives the number of things forgotten.
 */
export function forget(store: OnefitStore, request: ForgetRequest): number {
  const { venueId, what } = request;
  const venues = venueId ? [store.findVenue(venueId)] : [...store.venues.values()];
  let forgotten = 0;
  for (const venue of venues) {
    if (!venue) continue;
    forgotten += what === 'link' ? forgetLink(venue) : forgetSessions(venue, request);
  }
  store.changed();
  return forgotten;
}

function forgetLink(venue: VenueRecord): number {
  if (!venue.link) return 0;
  venue.link = null;
  return 1;
}

function forgetSessions(venue: VenueRecord, { what, sessionIds }: ForgetRequest): number {
  let forgotten = 0;
  for (const record of venue.sessions.values()) {
    if (!record.held || (sessionIds && !sessionIds.includes(record.id))) continue;
    record.held = what === 'latest' ? record.heldBefore : null;
    record.heldBefore = null;
    record.heldSince = null;
    forgotten += 1;
  }
  return forgotten;
}
