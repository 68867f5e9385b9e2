import { Collision } from '../../../database/errors';
import { insertDocument } from '../../../database/insert';
import type { Trx } from '../../../database/trx';
import { BOOKINGS, externalKey } from './booking-row';
import type { BookingRow } from './booking-row';
import { forgetHistory, recordChange } from './history';
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

/** How long a cancellation whose booking never came is kept, in days: its session is long over. */
export const TOMBSTONE_DAYS = 400;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Rows in one transaction: short enough that a booking waits for none of them. */
const BATCH = 500;

/** Forgets one batch; a row that its booking fills in at this moment is left. */
async function forgetBatch(trx: Trx, before: Date): Promise<number> {
  const rows = await trx(BOOKINGS)
    .where({ state: 'cancelled' })
    .whereNull('appointment_key')
    .whereNull('customer_key')
    .whereNotNull('external_key')
    .where('modified_at', '<', before)
    .orderBy('id')
    .limit(BATCH)
    .forUpdate()
    .select<Array<{ id: number; document_id: string }>>('id', 'document_id');
  if (rows.length === 0) return 0;
  await forgetHistory(
    trx,
    rows.map((row) => row.document_id),
  );
  return trx(BOOKINGS)
    .whereIn(
      'id',
      rows.map((row) => row.id),
    )
    .delete();
}

/**
 * Forgets cancellations of bookings that never came, once they are `TOMBSTONE_DAYS` old, with their
 * history: nothing in them is of a person, and nobody counts them.
 *
 * @param transaction opens one for each batch
 * @returns how many were forgotten
 */
export async function forgetOldTombstones(
  transaction: <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>,
  now: Date,
): Promise<number> {
  const before = new Date(now.getTime() - TOMBSTONE_DAYS * DAY_MS);
  let forgotten = 0;
  for (let batch = BATCH; batch === BATCH; forgotten += batch) {
    batch = await transaction((trx) => forgetBatch(trx, before));
  }
  return forgotten;
}
