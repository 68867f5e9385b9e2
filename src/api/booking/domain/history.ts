import { documentColumns, insertDocuments, newDocumentId } from '../../../database/insert';
import type { Trx } from '../../../database/trx';
import type { BookingState } from './booking-row';
import type { Source } from './decision';

/** The table of `api::booking-change.booking-change`. */
const CHANGES = 'booking_changes';

/** Who changed a booking: staff or a program (`own`), the aggregator, or the project itself. */
export interface Author {
  source: Source | 'system';
  /** The administrator's id, or null where no person acted. Never a name. */
  actor: string | null;
}

function changeColumns(booking: string, state: BookingState, author: Author, at: Date) {
  return { booking_key: booking, state, at, source: author.source, actor: author.actor };
}

/** The first line of a booking's history, as a row that is written together with it. */
export function firstChange(booking: string, author: Author, at: Date) {
  const columns = {
    ...documentColumns(newDocumentId(), at),
    ...changeColumns(booking, 'confirmed', author, at),
  };
  return { table: CHANGES, owner: null, columns };
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
    CHANGES,
    bookings.map((booking) => ({
      documentId: newDocumentId(),
      columns: changeColumns(booking, state, author, at),
    })),
    at,
  );
}

/** Forgets the history of bookings that are forgotten themselves. */
export async function forgetHistory(trx: Trx, bookings: string[]): Promise<void> {
  await trx(CHANGES).whereIn('booking_key', bookings).delete();
}
