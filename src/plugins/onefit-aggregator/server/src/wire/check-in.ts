/**
 * What the contract refuses of a check-in, decided from facts alone. Rule: docs/onefit-api.md, "Refusals".
 * Bookings and cancellations are decided where staff's are, in `src/api/booking/domain`.
 */
import type { BookingStatus } from './schemas/booking';

const MINUTE = 60_000;

/** Onefit's check-in window around the start of a session. */
const CHECK_IN_OPENS_MINUTES_BEFORE = 30;
const CHECK_IN_CLOSES_MINUTES_AFTER = 5;

/** `cancelled`, `late_cancelled` and `cancelled_by_venue`: final, and no spot is held. */
function isCancelledStatus(status: BookingStatus): boolean {
  return status === 'cancelled' || status === 'late_cancelled' || status === 'cancelled_by_venue';
}

/** Whether `at` lies from 30 minutes before to 5 minutes after the start, both included. */
function isInCheckInWindow(startsAt: Date, at: Date): boolean {
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
