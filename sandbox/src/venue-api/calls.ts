import {
  validateBookingAnswer,
  validateSessionsAnswer,
  validateVenueAnswer,
} from '../contract/answer-schemas';
import type { Booking, Member, Session, VenueInfo } from '../contract/types';
import type { VenueAnswer } from './answer';
import type { VenueClient } from './client';

/** The calls of the contract that Onefit makes to a venue, one method each. */
export class VenueCalls {
  constructor(private readonly client: VenueClient) {}

  /** Asks who the venue is and whether it is linked. */
  venue(venueId: string): Promise<VenueAnswer<VenueInfo>> {
    return this.client.call({
      label: 'venue.get',
      method: 'GET',
      path: venuePath(venueId),
      validate: validateVenueAnswer,
    });
  }

  /** Links the venue; a repeat with the same ids changes nothing. */
  link(
    venueId: string,
    body: { companyId: string; onefitVenueId: string },
  ): Promise<VenueAnswer<unknown>> {
    return this.client.call({
      label: 'venue.link',
      method: 'PUT',
      path: `${venuePath(venueId)}/link`,
      body,
      validate: null,
    });
  }

  /** Ends the link. */
  unlink(venueId: string): Promise<VenueAnswer<unknown>> {
    return this.client.call({
      label: 'venue.unlink',
      method: 'DELETE',
      path: `${venuePath(venueId)}/link`,
      validate: null,
    });
  }

  /** Asks for one page of what Onefit should be showing. */
  sessions(
    venueId: string,
    cursor: string | null,
  ): Promise<VenueAnswer<{ sessions: Session[]; nextCursor: string | null }>> {
    const query = new URLSearchParams({ limit: '100', ...(cursor ? { cursor } : {}) });
    return this.client.call({
      label: 'venue.sessions',
      method: 'GET',
      path: `${venuePath(venueId)}/sessions?${query.toString()}`,
      validate: validateSessionsAnswer,
    });
  }

  /** Books a session for a member under Onefit's own booking id. */
  book(
    venueId: string,
    bookingId: string,
    body: { sessionId: string; member: Member },
  ): Promise<VenueAnswer<Booking>> {
    return this.client.call({
      label: 'venue.book',
      method: 'PUT',
      path: bookingPath(venueId, bookingId),
      body,
      validate: validateBookingAnswer,
    });
  }

  /** Asks how a booking stands. */
  booking(venueId: string, bookingId: string): Promise<VenueAnswer<Booking>> {
    return this.client.call({
      label: 'venue.booking',
      method: 'GET',
      path: bookingPath(venueId, bookingId),
      validate: validateBookingAnswer,
    });
  }

  /** Cancels a booking; whether it is late is Onefit's word. A 202 answer has no booking in it. */
  cancel(
    venueId: string,
    bookingId: string,
    body: { late: boolean; cancelledAt: string },
  ): Promise<VenueAnswer<Booking | undefined>> {
    return this.client.call({
      label: 'venue.cancel',
      method: 'POST',
      path: `${bookingPath(venueId, bookingId)}/cancel`,
      body,
      validate: validateBookingAnswer,
    });
  }

  /** Checks a member in. */
  checkIn(venueId: string, bookingId: string, at: string): Promise<VenueAnswer<Booking>> {
    return this.client.call({
      label: 'venue.check-in',
      method: 'POST',
      path: `${bookingPath(venueId, bookingId)}/check-in`,
      body: { at },
      validate: validateBookingAnswer,
    });
  }
}

function venuePath(venueId: string): string {
  return `/venues/${encodeURIComponent(venueId)}`;
}

function bookingPath(venueId: string, bookingId: string): string {
  return `${venuePath(venueId)}/bookings/${encodeURIComponent(bookingId)}`;
}
