import { instant } from '../venue/ports';
import type { BookingRow } from '../venue/ports';
import { toBooking } from '../wire/booking';
import type { Booking } from '../wire/schemas/booking';

/**
 * A booking as it is answered.
 *
 * @param memberId stands in where the venue has erased the member's id
 */
export function bookingAnswer(row: BookingRow, memberId = 'erased'): Booking {
  return toBooking({
    id: row.external_id ?? '',
    sessionId: row.appointment_key ?? '',
    status: row.state,
    memberId: row.member_id ?? memberId,
    bookedAt: instant(row.booked_at),
    modifiedAt: instant(row.modified_at),
  });
}
