import type { Change } from '../../../database/rows';
import type { Trx } from '../../../database/trx';
import { APPOINTMENTS } from '../../appointment/domain/appointment-row';
import type { AppointmentRow } from '../../appointment/domain/appointment-row';
import type { BookingRow } from './booking-row';
import type { Source } from './decision';

const LIMIT = '(spot_limit IS NULL OR booked_by_aggregator < spot_limit)';

/** What taking a spot counts for each source, and what it takes beside a free place. */
const COUNTS: Record<Source, { sets: string; when: string }> = {
  own: { sets: 'booked = booked + 1', when: '' },
  onefit: {
    sets: 'booked = booked + 1, booked_by_aggregator = booked_by_aggregator + 1',
    when: ` AND aggregator_allowed = TRUE AND ${LIMIT}`,
  },
};

/**
 * Takes one spot: a conditional UPDATE of the appointment's own row, which finds it only while a
 * spot is free for this source, so that no two transactions can both take the last one. It comes
 * after what else is written, since its lock lasts until the commit; and before the relation with
 * the appointment, since the foreign key makes MariaDB share the row: shared before, two bookings
 * would each wait for the other to let go of it.
 */
export function takingSpot({ id }: Pick<AppointmentRow, 'id'>, source: Source): Change {
  const { sets, when } = COUNTS[source];
  return {
    name: `spot-${source}`,
    sql: `UPDATE ${APPOINTMENTS} SET ${sets}
    WHERE id = ? AND state = 'scheduled' AND booked < capacity${when}`,
    bindings: [id],
  };
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
