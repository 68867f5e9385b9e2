import { Collision } from '../../../database/errors';
import { insertDocument } from '../../../database/insert';
import type { Trx } from '../../../database/trx';
import { BOOKINGS, externalKey } from './booking-row';
import type { BookingRow } from './booking-row';
import { recordChange } from './history';
import type { Source } from './decision';

/**
 * Keeps that an aggregator cancelled a booking id that was never seen, so that its booking, should
 * it still arrive, takes no spot. The id's unique key makes the two meet, however they overlap.
 */
export async function recordCancelledUnseen(
  trx: Trx,
  request: {
    venue: string;
    source: Source;
    bookingId: string;
    now: Date;
  },
): Promise<void> {
  const { venue, source, bookingId, now } = request;
  const state = 'cancelled';
  const { documentId } = await insertDocument(
    trx,
    BOOKINGS,
    {
      state,
      source,
      external_id: bookingId,
      external_key: externalKey(source, bookingId),
      venue_key: venue,
      booked_at: now,
      modified_at: now,
    },
    now,
  );
  await recordChange(trx, [documentId], state, { source, actor: null }, now);
}

/**
 * Fills in which session and member a booking belongs to that was cancelled before it arrived:
 * later repeats are held against them, and it is shown where it belongs. It stays cancelled.
 *
 * @throws Collision when another request filled them in first, perhaps with others
 */
export async function fillCancelledUnseen(
  trx: Trx,
  booking: BookingRow,
  facts: { appointment: string; memberId: string },
): Promise<BookingRow> {
  const columns = { appointment_key: facts.appointment, member_id: facts.memberId };
  const filled: number = await trx(BOOKINGS)
    .where({ id: booking.id })
    .whereNull('appointment_key')
    .update(columns);
  if (filled !== 1) throw new Collision();
  return { ...booking, ...columns };
}
