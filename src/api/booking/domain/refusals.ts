import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import type { Sentence } from '../../../domain/sentence';
import type { BookingRefusal } from './decision';

const SENTENCES: Record<BookingRefusal, Sentence> = {
  appointment_cancelled: say`This appointment is cancelled, so nobody can be booked into it. Choose another appointment.`,
  not_offered: say`This appointment is not offered to aggregators.`,
  booking_window_closed: say`Booking is closed for this appointment.`,
  already_booked: say`This customer already has a place in this appointment.`,
  appointment_full: say`This appointment is full. Raise its capacity, or wait until a place becomes free.`,
};

/** The refusal of a booking, in words for staff; the partner API has words of its own. */
export function bookingRefused(code: BookingRefusal): Refusal {
  return new Refusal(code, SENTENCES[code]);
}

/** What staff are told who try to change what belongs to Onefit and its member. */
export function lockedByOnefit(): Refusal {
  return new Refusal(
    'onefit_booking_locked',
    say`Only Onefit or the member can cancel or change this booking. To end it from your side, cancel the whole appointment.`,
  );
}

export function bookingNotFound(): Refusal {
  return new Refusal('booking_not_found', say`This booking does not exist. Reload the list.`);
}

export function appointmentNotFound(): Refusal {
  return new Refusal(
    'appointment_not_found',
    say`This appointment does not exist. Reload the page.`,
  );
}

/** What staff are told when there is nothing of their own to take back. */
export function nothingToUndo(): Refusal {
  return new Refusal(
    'nothing_to_undo',
    say`You changed nothing on this booking that can be taken back, or somebody changed it after you.`,
  );
}

export function undoTooLate(minutes: number): Refusal {
  return new Refusal(
    'undo_too_late',
    say`A change can be taken back for ${minutes} minutes. Choose the right state in the menu instead.`,
  );
}
