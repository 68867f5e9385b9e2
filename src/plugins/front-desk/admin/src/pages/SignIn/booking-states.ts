import type { BookingState, SignInEntry } from '../../api/sign-in';
import type { Tone } from '../../components/StateWord';
import type { TextKey } from '../../components/use-text';

/** How each state of a booking is told. */
export const BOOKING_STATES: Record<BookingState, { tone: Tone; word: TextKey }> = {
  confirmed: { tone: 'waiting', word: 'booking.confirmed' },
  checked_in: { tone: 'good', word: 'booking.checkedIn' },
  no_show: { tone: 'attention', word: 'booking.noShow' },
  cancelled: { tone: 'off', word: 'booking.cancelled' },
  late_cancelled: { tone: 'off', word: 'booking.lateCancelled' },
  cancelled_by_venue: { tone: 'off', word: 'booking.cancelledByVenue' },
};

/** Whether a booking holds a place. */
export function isActive({ state }: Pick<SignInEntry, 'state'>): boolean {
  return state === 'confirmed' || state === 'checked_in' || state === 'no_show';
}

/** The customer's name; null where the customer is gone. */
export function nameOf({ customer }: Pick<SignInEntry, 'customer'>): string | null {
  return customer && `${customer.firstName} ${customer.lastName}`;
}

/** Whether what a booking is paid with is still to be chosen; Onefit's are paid from the start. */
export function isOpenVisit({ product, source }: Pick<SignInEntry, 'product' | 'source'>): boolean {
  return product === null && source === 'own';
}
