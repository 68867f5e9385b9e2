import { insertDocuments, newDocumentId } from '../../../database/insert';
import type { Trx } from '../../../database/trx';
import type { BookingState } from './booking-row';
import type { Source } from './decision';

/** Who changed a booking: staff or a program (`own`), the aggregator, or the project itself. */
export interface Author {
  source: Source | 'system';
  /** The administrator's id, or null where no person acted. Never a name. */
  actor: string | null;
}

/**
 * Adds one line a booking to the history, which is never rewritten: reports of past months are
 * made from it.
 */
export async function recordChange(
  trx: Trx,
  bookings: string[],
  state: BookingState,
  author: Author,
  at: Date,
): Promise<void> {
  await insertDocuments(
    trx,
    'booking_changes',
    bookings.map((booking) => ({
      documentId: newDocumentId(),
      columns: { booking_key: booking, state, at, source: author.source, actor: author.actor },
    })),
    at,
  );
}
