import { Collision } from '../../../database/errors';
import type { Trx } from '../../../database/trx';
import { instant } from '../../../database/values';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import { readAppointment } from '../../appointment/domain/appointment-row';
import { ACTIVE_STATES, BOOKINGS, isActive } from './booking-row';
import type { BookingRow, CancelledState } from './booking-row';
import { recordChange } from './history';
import type { Author } from './history';
import { freeAllSpots, freeSpot } from './spot';

async function assertCancellable(trx: Trx, booking: BookingRow, now: Date): Promise<void> {
  const appointment =
    booking.appointment_key === null ? null : await readAppointment(trx, booking.appointment_key);
  const started = appointment !== null && instant(appointment.starts_at) <= now;
  if (booking.state !== 'confirmed' || (booking.source === 'onefit' && started)) {
    throw new Refusal(
      'cancellation_not_permitted',
      say`This booking can no longer be cancelled: the appointment has started or the customer is checked in.`,
    );
  }
}

/**
 * Cancels a booking inside the caller's transaction and frees its spot once. A booking that is
 * cancelled already is given back unchanged, whatever its kind of cancellation.
 *
 * @throws Refusal `cancellation_not_permitted` when the customer is checked in, or, for Onefit's
 *   bookings, when the appointment has started
 */
export async function cancel(
  trx: Trx,
  booking: BookingRow,
  outcome: Exclude<CancelledState, 'cancelled_by_venue'>,
  author: Author,
  now: Date,
): Promise<{ booking: BookingRow; changed: boolean }> {
  if (!isActive(booking.state)) return { booking, changed: false };
  await assertCancellable(trx, booking, now);
  const changed: number = await trx(BOOKINGS)
    .where({ id: booking.id, state: 'confirmed' })
    .update({ state: outcome, active_key: null, modified_at: now, updated_at: now });
  if (changed !== 1) throw new Collision();
  await recordChange(trx, [booking.document_id], outcome, author, now);
  await freeSpot(trx, booking);
  return { booking: { ...booking, state: outcome, modified_at: now }, changed: true };
}

/**
 * Ends every active booking of an appointment that will not take place, in a fixed number of
 * statements, and gives the ended ones. The appointment must be cancelled already in the same
 * transaction: its row lock keeps new bookings out.
 */
export async function cancelAllOf(
  trx: Trx,
  appointment: string,
  author: Author,
  now: Date,
): Promise<BookingRow[]> {
  const active = () =>
    trx(BOOKINGS).where({ appointment_key: appointment }).whereIn('state', ACTIVE_STATES);
  const ended = (await active().select('*')) as BookingRow[];
  if (ended.length === 0) return [];
  const outcome = { state: 'cancelled_by_venue' as const, modified_at: now };
  await active().update({ ...outcome, active_key: null, updated_at: now });
  await recordChange(
    trx,
    ended.map((booking) => booking.document_id),
    outcome.state,
    author,
    now,
  );
  await freeAllSpots(trx, appointment);
  return ended.map((booking) => ({ ...booking, ...outcome }));
}
