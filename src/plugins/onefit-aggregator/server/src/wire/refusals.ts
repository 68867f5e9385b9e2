/**
 * What the contract refuses, decided from facts alone. Rule: docs/onefit-api.md, "Refusals".
 */
import type { BookingStatus } from './schemas/booking';

const MINUTE = 60_000;

/** Onefit's check-in window around the start of a session. */
export const CHECK_IN_OPENS_MINUTES_BEFORE = 30;
export const CHECK_IN_CLOSES_MINUTES_AFTER = 5;

/** What is known of the session that a booking asks for. */
export interface BookableSession {
  /** Whether Onefit was ever told of it; if not, it does not exist for Onefit. */
  everOffered: boolean;
  cancelled: boolean;
  withdrawn: boolean;
  /** Null: bookable as soon as it is offered. */
  bookingOpensAt: Date | null;
  bookingClosesAt: Date;
  /** What capacity and limit leave for Onefit. */
  availableSpots: number;
}

export interface BookingFacts {
  /** Null: unknown, of another venue, or the venue is not linked. */
  session: BookableSession | null;
  /** This member has an active booking of the session, or the matched customer a place in it. */
  alreadyBooked: boolean;
}

export type BookingRefusal =
  | 'not_found'
  | 'session_cancelled'
  | 'session_withdrawn'
  | 'booking_window_closed'
  | 'already_booked'
  | 'session_full';

/** Bookable from the opening on, up to but not including the closing. */
export function isBookingWindowOpen(
  session: Pick<BookableSession, 'bookingOpensAt' | 'bookingClosesAt'>,
  now: Date,
): boolean {
  const opened = session.bookingOpensAt === null || now >= session.bookingOpensAt;
  return opened && now < session.bookingClosesAt;
}

/**
 * Why a new booking is refused: the first reason in the contract's order, or null. Repeats and
 * mismatches of a booking id already known are settled before this is asked.
 */
export function bookingRefusal(facts: BookingFacts, now: Date): BookingRefusal | null {
  const { session } = facts;
  if (!session?.everOffered) return 'not_found';
  if (session.cancelled) return 'session_cancelled';
  if (session.withdrawn) return 'session_withdrawn';
  if (!isBookingWindowOpen(session, now)) return 'booking_window_closed';
  if (facts.alreadyBooked) return 'already_booked';
  return session.availableSpots > 0 ? null : 'session_full';
}

/** `cancelled`, `late_cancelled` and `cancelled_by_venue`: final, and no spot is held. */
export function isCancelledStatus(status: BookingStatus): boolean {
  return status === 'cancelled' || status === 'late_cancelled' || status === 'cancelled_by_venue';
}

/** Whether `at` lies from 30 minutes before to 5 minutes after the start, both included. */
export function isInCheckInWindow(startsAt: Date, at: Date): boolean {
  const minutesAfterStart = (at.getTime() - startsAt.getTime()) / MINUTE;
  return (
    minutesAfterStart >= -CHECK_IN_OPENS_MINUTES_BEFORE &&
    minutesAfterStart <= CHECK_IN_CLOSES_MINUTES_AFTER
  );
}

/**
 * Why a check-in is refused, or null. A repeat (already `checked_in`) is never refused: it
 * changes nothing, however late it comes.
 * @param at when the member checked in, by Onefit's word.
 */
export function checkInRefusal(
  booking: { status: BookingStatus; startsAt: Date },
  at: Date,
): 'booking_cancelled' | 'check_in_window_closed' | null {
  if (isCancelledStatus(booking.status)) return 'booking_cancelled';
  if (booking.status === 'checked_in') return null;
  return isInCheckInWindow(booking.startsAt, at) ? null : 'check_in_window_closed';
}

/**
 * Why a cancellation is refused, or null. A repeat (any cancelled status) is never refused: it
 * changes nothing, however late it comes.
 * @param now when the request is handled: from the start of the session on it is too late.
 */
export function cancellationRefusal(
  booking: { status: BookingStatus; startsAt: Date },
  now: Date,
): 'cancellation_not_permitted' | null {
  if (isCancelledStatus(booking.status)) return null;
  if (booking.status === 'checked_in') return 'cancellation_not_permitted';
  return now < booking.startsAt ? null : 'cancellation_not_permitted';
}
