import { randomBytes } from 'node:crypto';
import type { Booking, Member } from '../contract/types';
import type { BookingRecord, OwnBookingStatus } from '../onefit/records';
import type { OnefitStore } from '../onefit/store';
import type { VenueAnswer } from '../venue-api/answer';
import type { VenueCalls } from '../venue-api/calls';
import { ActionError, venueError } from './action-error';
import { applyAnswer } from './apply-answer';

export interface BookRequest {
  venueId: string;
  sessionId: string;
  member: Member;
  /** Made by the sandbox when left out. Giving that of an earlier booking repeats the call. */
  bookingId?: string;
}

/** A booking after an action, and the HTTP status with which the venue answered. */
export interface BookingResult {
  booking: BookingRecord;
  venueStatus: number;
}

/** What a member of Onefit does with bookings. Every action may be repeated. */
export class Membership {
  constructor(
    private readonly store: OnefitStore,
    private readonly venue: VenueCalls,
  ) {}

  /**
   * Books a session for a member. The sandbox leaves every check to the venue.
   * @throws ActionError with the venue's code when it refuses, or when its answer is not known.
   */
  async book(request: BookRequest): Promise<BookingResult> {
    const { venueId, sessionId, member } = request;
    const booking = this.open(request);
    const answer = await this.venue.book(venueId, booking.id, { sessionId, member });
    return this.settle(booking, answer);
  }

  /**
   * Cancels a booking. Late or not is decided by the session's `lateCancelAt` unless it is said.
   * @throws ActionError as `book`, and 404 for a booking the sandbox never made.
   */
  async cancel(
    bookingId: string,
    choice: { late?: boolean; cancelledAt?: string } = {},
  ): Promise<BookingResult> {
    const booking = this.find(bookingId);
    const cancelledAt = choice.cancelledAt ?? new Date().toISOString();
    const late = choice.late ?? this.isLate(booking, cancelledAt);
    const answer = await this.venue.cancel(booking.venueId, bookingId, { late, cancelledAt });
    return this.settle(booking, answer);
  }

  /** Checks the member of a booking in, now unless an instant is given. Throws as `cancel`. */
  async checkIn(bookingId: string, at = new Date().toISOString()): Promise<BookingResult> {
    const booking = this.find(bookingId);
    return this.settle(booking, await this.venue.checkIn(booking.venueId, bookingId, at));
  }

  /** Asks the venue how a booking stands. Throws as `cancel`. */
  async refresh(bookingId: string): Promise<BookingResult> {
    const booking = this.find(bookingId);
    return this.settle(booking, await this.venue.booking(booking.venueId, bookingId));
  }

  private open({ venueId, sessionId, member, bookingId }: BookRequest): BookingRecord {
    const known = bookingId ? this.store.bookings.get(bookingId) : undefined;
    if (known) return known;
    // Time and chance, no counter: an id must not come back after a reset either.
    const id = bookingId ?? `b-${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
    const booking: BookingRecord = {
      id,
      venueId: venueId.toLowerCase(),
      sessionId,
      member,
      status: 'unconfirmed',
      version: 0,
      modifiedAt: null,
      steps: [{ at: new Date().toISOString(), status: 'unconfirmed', source: 'sandbox' }],
    };
    this.store.bookings.set(id, booking);
    return booking;
  }

  private find(bookingId: string): BookingRecord {
    const booking = this.store.bookings.get(bookingId);
    if (booking) return booking;
    throw new ActionError(404, 'not_found', `There is no booking ${bookingId} in the sandbox.`);
  }

  private isLate(booking: BookingRecord, cancelledAt: string): boolean {
    const session = this.store.findVenue(booking.venueId)?.sessions.get(booking.sessionId)?.held;
    return session ? Date.parse(cancelledAt) >= Date.parse(session.lateCancelAt) : false;
  }

  private settle(booking: BookingRecord, given: VenueAnswer<Booking | undefined>): BookingResult {
    const answer = aboutBooking(booking, given);
    if (answer.kind === 'ok') {
      applyAnswer(this.store, booking, answer.body);
      this.store.changed();
      return { booking, venueStatus: answer.status };
    }
    // Only a booking that was never confirmed can turn out to be refused.
    if (answer.kind === 'refused' && booking.status === 'unconfirmed') {
      this.step(booking, 'refused', answer.code);
    } else {
      this.step(booking, booking.status, answer.code);
    }
    this.store.changed();
    throw venueError(answer, { booking });
  }

  private step(booking: BookingRecord, status: OwnBookingStatus, code: string): void {
    booking.status = status;
    booking.steps.push({ at: new Date().toISOString(), status, source: 'answer', code });
  }
}

/** Takes an answer about another booking for what it is: an answer that means nothing. */
function aboutBooking(
  booking: BookingRecord,
  answer: VenueAnswer<Booking | undefined>,
): VenueAnswer<Booking | undefined> {
  if (answer.kind !== 'ok' || !answer.body) return answer;
  const { id, sessionId, member } = answer.body;
  if (id === booking.id && sessionId === booking.sessionId && member.id === booking.member.id) {
    return answer;
  }
  return {
    kind: 'unknown',
    status: answer.status,
    code: 'venue_answer_invalid',
    detail: `The venue answered with another booking: ${id} of ${sessionId} for ${member.id}.`,
  };
}
