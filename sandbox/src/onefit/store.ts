import type { Member } from '../contract/types';
import type { BookingRecord, SessionRecord, VenueRecord, Violation } from './records';

const MAX_VIOLATIONS = 1_000;

/** Everything the sandbox remembers as Onefit. Plain memory; state-file keeps it over a restart. */
export class OnefitStore {
  readonly venues = new Map<string, VenueRecord>();
  readonly bookings = new Map<string, BookingRecord>();
  readonly members = new Map<string, Member>();
  violations: Violation[] = [];
  /** The number in the next onefitVenueId, `of-1` first. */
  nextVenueNumber = 1;
  /** Counts requests as they arrive. */
  arrivals = 0;
  /** Whether outcomes of bookings that the sandbox never made are taken instead of rejected. */
  acceptUnknownBookings = false;
  private readonly listeners = new Set<() => void>();

  /** Calls the listener after every change. */
  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Tells everyone who listens that something was changed. */
  changed(): void {
    for (const listener of this.listeners) listener();
  }

  /** Gives the number of a request that arrives now. */
  nextArrival(): number {
    this.arrivals += 1;
    return this.arrivals;
  }

  /** Gives the record of a venue, made on first mention. UUIDs are compared without case. */
  venue(venueId: string): VenueRecord {
    const key = venueId.toLowerCase();
    let venue = this.venues.get(key);
    if (!venue) {
      venue = { venueId: key, name: null, timeZone: null, link: null, sessions: new Map() };
      this.venues.set(key, venue);
    }
    return venue;
  }

  /** Gives the record of a venue that was mentioned before. */
  findVenue(venueId: string): VenueRecord | undefined {
    return this.venues.get(venueId.toLowerCase());
  }

  /** Drops a venue that has neither a link nor sessions, as after a refused link. */
  dropUnknownVenue(venue: VenueRecord): void {
    if (!venue.link && venue.sessions.size === 0) this.venues.delete(venue.venueId);
  }

  /** Gives the record of a session of a venue, made on first mention. */
  session(venue: VenueRecord, sessionId: string): SessionRecord {
    let record = venue.sessions.get(sessionId);
    if (!record) {
      record = { id: sessionId, held: null, heldSince: null, heldBefore: null, received: [] };
      venue.sessions.set(sessionId, record);
    }
    return record;
  }

  /** Notes that the venue broke a rule. */
  addViolation(violation: Violation): void {
    this.violations.push(violation);
    if (this.violations.length > MAX_VIOLATIONS) this.violations.shift();
  }

  /** Forgets everything but the listeners, the members and the settings. */
  reset(): void {
    this.venues.clear();
    this.bookings.clear();
    this.violations = [];
    this.nextVenueNumber = 1;
    this.changed();
  }
}
