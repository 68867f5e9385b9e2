import { LINKS, relate } from '../../../database/links';
import { changeRows, queryRows, writesTogether } from '../../../database/rows';
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

/** An UPDATE of the appointment's row that finds it only while a spot is free for this source. */
function taking(source: Source): string {
  const { sets, when } = COUNTS[source];
  return `UPDATE ${APPOINTMENTS} SET ${sets}
    WHERE id = ? AND state = 'scheduled' AND booked < capacity${when}`;
}

const { table, from, to } = LINKS.bookingAppointment;

/** The same and the relation in one statement, which holds the row's lock for one turn less. */
function takingAndRelating(source: Source): string {
  return `WITH taken AS (${taking(source)} RETURNING id)
    INSERT INTO ${table} (${from}, ${to}) SELECT ?, id FROM taken RETURNING id`;
}

/**
 * Takes one spot and relates the booking with its appointment: a conditional UPDATE of the
 * appointment's own row, so that no two transactions can both take the last one. It comes after
 * the other inserts, since its lock lasts until the commit. The relation comes after the UPDATE,
 * since its foreign key makes MariaDB share the row: shared before, two bookings would each wait
 * for the other to let go of it.
 *
 * @returns false when there was none, or the appointment changed since it was read
 */
export async function takeSpot(
  trx: Trx,
  row: Pick<AppointmentRow, 'id'>,
  source: Source,
  booking: number,
): Promise<boolean> {
  if (writesTogether(trx)) {
    const keys = [row.id, booking];
    const sql = takingAndRelating(source);
    return (await queryRows(trx, `take-spot-${source}`, sql, keys)).length === 1;
  }
  if ((await changeRows(trx, taking(source), [row.id])) !== 1) return false;
  await relate(trx, LINKS.bookingAppointment, booking, row.id);
  return true;
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
