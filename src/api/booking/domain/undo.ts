import { LINKS } from '../../../database/links';
import type { Trx } from '../../../database/trx';
import { instant } from '../../../database/values';
import type { StoredInstant } from '../../../database/values';
import { readCustomer } from '../../customer/domain/customer-row';
import { PRODUCTS } from '../../product/domain/product-row';
import { mark } from './attendance';
import { book } from './book';
import { isActive } from './booking-row';
import type { BookingRow, BookingState } from './booking-row';
import { cancel } from './cancel';
import type { Author } from './history';
import { nothingToUndo, undoTooLate } from './refusals';

/** How long a change can be taken back. */
const UNDO_MINUTES = 10;
const UNDO_MS = UNDO_MINUTES * 60_000;

interface Change {
  state: BookingState;
  at: StoredInstant;
  source: string;
  actor: string | null;
}

/** What taking back led to: the booking in question, or the new one made in its place. */
export interface Undone {
  booking: BookingRow;
  /** Whether places were taken or given back; else only presence changed. */
  spots: boolean;
}

async function lastChanges(trx: Trx, booking: BookingRow): Promise<Change[]> {
  return trx('booking_changes')
    .where({ booking_key: booking.document_id })
    .orderBy('id', 'desc')
    .limit(2)
    .select<Change[]>('state', 'at', 'source', 'actor');
}

async function productOf(trx: Trx, booking: BookingRow): Promise<{ documentId: string } | null> {
  const { table, from, to } = LINKS.bookingProduct;
  const row: unknown = await trx(table)
    .join(PRODUCTS, `${PRODUCTS}.id`, `${table}.${to}`)
    .where({ [from]: booking.id })
    .first({ documentId: `${PRODUCTS}.document_id` });
  return (row as { documentId: string } | undefined) ?? null;
}

/** A cancelled booking stays cancelled: the customer gets a new one, if a place is still free. */
async function bookAnew(
  trx: Trx,
  booking: BookingRow,
  actor: string | null,
  now: Date,
): Promise<BookingRow> {
  if (booking.appointment_key === null || booking.customer_key === null) throw nothingToUndo();
  const customer = await readCustomer(trx, booking.customer_key);
  const { booking: made } = await book(
    trx,
    {
      appointment: booking.appointment_key,
      customer: { id: customer.id, documentId: customer.document_id },
      product: await productOf(trx, booking),
      source: 'own',
      venue: null,
      external: null,
      aggregatorsServed: false,
      actor,
    },
    now,
  );
  return made;
}

/**
 * Takes back what a person last did to a booking, inside the caller's transaction, within ten
 * minutes and only while nobody changed it since. It is one more change in the history, which is
 * never rewritten:
 *
 * - presence and absence go back to what stood before;
 * - a booking made is cancelled;
 * - a cancellation of an own booking is made good by booking anew, as any other booking: a
 *   cancelled booking never returns to life.
 *
 * @throws Refusal `nothing_to_undo`, `undo_too_late`, or why a place can no longer be given
 */
export async function undo(
  trx: Trx,
  booking: BookingRow,
  author: Author,
  now: Date,
): Promise<Undone> {
  const [last, before] = await lastChanges(trx, booking);
  const isTheirs = author.actor !== null && last?.actor === author.actor;
  if (!last || !isTheirs || last.source !== author.source) throw nothingToUndo();
  if (now.getTime() - instant(last.at).getTime() > UNDO_MS) throw undoTooLate(UNDO_MINUTES);
  if (last.state === 'checked_in' || last.state === 'no_show') {
    if (!before || !isActive(before.state)) throw nothingToUndo();
    const { booking: back } = await mark(trx, booking, before.state, author, now);
    return { booking: back, spots: false };
  }
  if (booking.source !== 'own' || last.state === 'cancelled_by_venue') throw nothingToUndo();
  if (last.state !== 'confirmed') {
    return { booking: await bookAnew(trx, booking, author.actor, now), spots: true };
  }
  // Confirmed a second time is what an undo left behind.
  if (before) throw nothingToUndo();
  const { booking: cancelled } = await cancel(trx, booking, 'cancelled', author, now);
  return { booking: cancelled, spots: true };
}
