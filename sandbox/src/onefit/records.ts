import type { BookingStatus, ItemResult, Member, Session, SessionStatus } from '../contract/types';

/** What the sandbox remembers, in the shapes in which it is stored, shown and answered. */

/** The tie between a venue and its place at Onefit. */
export interface Link {
  companyId: string;
  onefitVenueId: string;
  /** `unconfirmed`: the venue was asked and its answer is not known. */
  status: 'linked' | 'unconfirmed';
  linkedAt: string;
}

/** One version of a session as it came in, and what was answered. */
export interface SessionReceipt {
  at: string;
  /** Rises by one with every request as it arrives, however long its answer takes. */
  arrival: number;
  version: number;
  status: SessionStatus;
  startsAt: string;
  availableSpots: number;
  outcome: ItemResult['outcome'];
  code?: string;
}

/** All that is known of one session: the version held, and everything ever received. */
export interface SessionRecord {
  id: string;
  /** The newest version accepted; null when none was, or when it was forgotten. */
  held: Session | null;
  heldSince: string | null;
  /** What was held before that, to fall back to; null when there was nothing. */
  heldBefore: Session | null;
  received: SessionReceipt[];
}

export interface VenueRecord {
  venueId: string;
  name: string | null;
  timeZone: string | null;
  link: Link | null;
  sessions: Map<string, SessionRecord>;
}

/** `unconfirmed`: the venue was asked and its answer is not known. `refused`: it said no. */
export type OwnBookingStatus = BookingStatus | 'unconfirmed' | 'refused';

/** Says whether a status is one of the cancelled ones, after which a booking never returns. */
export function isCancelled(status: OwnBookingStatus): boolean {
  return status === 'cancelled' || status === 'late_cancelled' || status === 'cancelled_by_venue';
}

/** One step in the life of a booking. */
export interface BookingStep {
  at: string;
  status: OwnBookingStatus;
  /** Who said so: the venue in an answer, the venue by itself, or the sandbox. */
  source: 'answer' | 'push' | 'sandbox';
  code?: string;
  version?: number;
}

export interface BookingRecord {
  id: string;
  venueId: string;
  sessionId: string;
  member: Member;
  status: OwnBookingStatus;
  /** The version of the newest outcome the venue pushed; 0 before the first. */
  version: number;
  /** The newest `modifiedAt` the venue gave; null before its first word. */
  modifiedAt: string | null;
  steps: BookingStep[];
}

/** A rule of the contract that the venue broke although the request as such was valid. */
export interface Violation {
  at: string;
  rule:
    | 'version_fell'
    | 'version_reused'
    | 'cancellation_revoked'
    | 'booking_returned'
    | 'booking_version_fell';
  venueId: string;
  /** The session's or booking's id. */
  subject: string;
  detail: string;
}
