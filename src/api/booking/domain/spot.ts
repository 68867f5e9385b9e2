import type { Trx } from '../../../database/trx';
import { APPOINTMENTS } from '../../appointment/domain/appointment-row';
import type { AppointmentRow } from '../../appointment/domain/appointment-row';
import type { BookingRow } from './booking-row';
import type { Source } from './decision';

/**
 * Takes one spot: a conditional UPDATE of the appointment's own row, so that no two transactions
 * can both take the last one. It comes after the inserts, since its lock lasts until the commit.
 *
 * @returns false when there was none, or the appointment changed since it was read
 */
export async function takeSpot(
  trx: Trx,
  row: Pick<AppointmentRow, 'id'>,
  source: Source,
): Promise<boolean> {
  const free = trx(APPOINTMENTS)
    .where({ id: row.id, state: 'scheduled' })
    .whereRaw('booked < capacity');
  if (source === 'own') return (await free.update({ booked: trx.raw('booked + 1') })) === 1;
  const taken = await free
    .where({ aggregator_allowed: true })
    .whereRaw('(spot_limit IS NULL OR booked_by_aggregator < spot_limit)')
    .update({
      booked: trx.raw('booked + 1'),
      booked_by_aggregator: trx.raw('booked_by_aggregator + 1'),
    });
  return taken === 1;
}

/** Gives the spot back, once: only whoever changed the booking's state comes here. */
export async function freeSpot(trx: Trx, booking: BookingRow): Promise<void> {
  const update: Record<string, unknown> = { booked: trx.raw('booked - 1') };
  if (booking.source === 'onefit') {
    update.booked_by_aggregator = trx.raw('booked_by_aggregator - 1');
  }
  await trx(APPOINTMENTS).where({ document_id: booking.appointment_key }).update(update);
}

/** Gives all spots of an appointment back, once its bookings have ended. */
export async function freeAllSpots(trx: Trx, appointment: string): Promise<void> {
  await trx(APPOINTMENTS)
    .where({ document_id: appointment })
    .update({ booked: 0, booked_by_aggregator: 0 });
}
