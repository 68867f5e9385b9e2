import { Collision } from '../../../database/errors';
import type { Trx } from '../../../database/trx';
import { instant } from '../../../database/values';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import { readAppointment } from '../../appointment/domain/appointment-row';
import { BOOKINGS, isActive } from './booking-row';
import type { ActiveState, BookingRow } from './booking-row';
import { recordChange } from './history';
import type { Author } from './history';

/**
 * Moves an active booking to another active state; the spot stays taken, so no counter moves.
 *
 * @throws Refusal `booking_cancelled`
 */
export async function mark(
  trx: Trx,
  booking: BookingRow,
  state: ActiveState,
  author: Author,
  now: Date,
): Promise<{ booking: BookingRow; changed: boolean }> {
  if (!isActive(booking.state)) {
    throw new Refusal('booking_cancelled', say`This booking is cancelled and stays so.`);
  }
  if (booking.state === state) return { booking, changed: false };
  const changed: number = await trx(BOOKINGS)
    .where({ id: booking.id, state: booking.state })
    .update({ state, modified_at: now, updated_at: now });
  if (changed !== 1) throw new Collision();
  await recordChange(trx, [booking.document_id], state, author, now);
  return { booking: { ...booking, state, modified_at: now }, changed: true };
}

/**
 * Marks that the customer is there. Again changes nothing; after a no-show it corrects it.
 *
 * @throws Refusal `booking_cancelled`
 */
export function checkIn(trx: Trx, booking: BookingRow, author: Author, now: Date) {
  return mark(trx, booking, 'checked_in', author, now);
}

/**
 * Takes presence or absence back, whoever marked it and however long ago: the booking is `confirmed`
 * again. Nothing changes where neither was marked.
 *
 * @throws Refusal `booking_cancelled`
 */
export function clearAttendance(trx: Trx, booking: BookingRow, author: Author, now: Date) {
  return mark(trx, booking, 'confirmed', author, now);
}

/**
 * Marks that the customer did not come, which shows only once the appointment has started.
 *
 * @throws Refusal `booking_cancelled`, `appointment_not_started`
 */
export async function markNoShow(trx: Trx, booking: BookingRow, author: Author, now: Date) {
  const appointment =
    booking.appointment_key === null ? null : await readAppointment(trx, booking.appointment_key);
  if (isActive(booking.state) && appointment && instant(appointment.starts_at) > now) {
    throw new Refusal(
      'appointment_not_started',
      say`The appointment has not started yet. Mark a no-show once it has.`,
    );
  }
  return mark(trx, booking, 'no_show', author, now);
}
