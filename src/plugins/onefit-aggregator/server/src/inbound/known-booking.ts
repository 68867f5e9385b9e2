import type { BookingRow, Trx } from '../venue/ports';
import { Problem } from '../wire/problems';
import type { Inbound, ServedVenue } from './context';

/** A booking that says which session it is of. */
export type PlacedBooking = BookingRow & { appointment_key: string };

/**
 * The booking of an id of Onefit's, null when the id was never seen. One of another venue does
 * not exist for this one.
 *
 * @throws Problem `not_found` for a booking of another venue
 */
export async function knownBooking(
  { venue }: Inbound,
  trx: Trx,
  served: ServedVenue,
  bookingId: string,
): Promise<BookingRow | null> {
  return ownBooking(served, await venue().bookings.readByExternalId(trx, 'onefit', bookingId));
}

/**
 * A booking that was read by its id, unless it is another venue's.
 *
 * @throws Problem `not_found` for a booking of another venue
 */
export function ownBooking(served: ServedVenue, booking: BookingRow | null): BookingRow | null {
  if (booking && booking.venue_key !== served.venueKey) throw new Problem('not_found');
  return booking;
}

/** Whether a booking arrived at all, and not only its cancellation. */
export function isPlaced(booking: BookingRow | null): booking is PlacedBooking {
  return booking?.appointment_key != null;
}

/** @throws Problem `not_found` when the id was never booked */
export async function placedBooking(
  inbound: Inbound,
  trx: Trx,
  served: ServedVenue,
  bookingId: string,
): Promise<PlacedBooking> {
  const booking = await knownBooking(inbound, trx, served, bookingId);
  if (!isPlaced(booking)) throw new Problem('not_found');
  return booking;
}
