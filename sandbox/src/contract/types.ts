/** The words of the contract (docs/onefit-api.md), as the receiving side reads them. */

export type SessionStatus = 'scheduled' | 'cancelled' | 'withdrawn';

/** One dated appointment. All instants are RFC 3339 in the venue's own offset. */
export interface Session {
  id: string;
  version: number;
  status: SessionStatus;
  class: { id: string; name: string; kind: 'class' | 'training'; description: string | null };
  startsAt: string;
  endsAt: string;
  /** IANA name of the venue's time zone. */
  timeZone: string;
  room: string | null;
  teacher: string | null;
  totalSpots: number;
  totalAggregatorSpots: number | null;
  availableSpots: number;
  bookingOpensAt: string | null;
  bookingClosesAt: string;
  lateCancelAt: string;
  cancelledAt: string | null;
  cancellationReason: string | null;
}

export type BookingStatus =
  | 'confirmed'
  | 'cancelled'
  | 'late_cancelled'
  | 'cancelled_by_venue'
  | 'checked_in'
  | 'no_show';

/** A booking as the venue answers it. */
export interface Booking {
  id: string;
  sessionId: string;
  status: BookingStatus;
  member: { id: string };
  product: string;
  bookedAt: string;
  modifiedAt: string;
}

/** What happened to a booking at the venue, as the venue reports it by itself. */
export interface BookingOutcome {
  id: string;
  sessionId: string;
  status: 'cancelled_by_venue' | 'checked_in' | 'no_show';
  modifiedAt: string;
  version: number;
}

/** The person a booking is for. */
export interface Member {
  id: string;
  firstName: string;
  lastName: string;
  email?: string;
  phone?: string;
}

/** The venue and its link, as the venue answers it. */
export interface VenueInfo {
  id: string;
  companyId: string;
  name: string;
  timeZone: string;
  link: { status: 'pending' | 'linked'; onefitVenueId: string | null; linkedAt: string | null };
}

/** The answer for one item of a batch. */
export interface ItemResult {
  id: string;
  outcome: 'accepted' | 'stale' | 'rejected';
  code?: string;
  detail?: string;
}

/** The body of an error answer, RFC 9457 `application/problem+json`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  errors?: FieldError[];
}

/** One broken rule: a JSON pointer to the field and what is wrong with it. */
export interface FieldError {
  path: string;
  message: string;
}
