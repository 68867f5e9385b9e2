import { LINKS } from '../../../database/links';
import type { Trx } from '../../../database/trx';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import { PRODUCTS } from '../../product/domain/product-row';
import { BOOKINGS, isActive } from './booking-row';
import type { BookingRow } from './booking-row';
import { lockedByOnefit } from './refusals';

/**
 * Reads a product that people may choose; "Onefit" is for bookings that Onefit makes.
 *
 * @throws Refusal `product_not_found`, `product_reserved`
 */
export async function readChoosable(trx: Trx, documentId: string): Promise<{ id: number }> {
  const row: unknown = await trx(PRODUCTS)
    .where({ document_id: documentId })
    .first('id', 'system_key');
  if (row === undefined) {
    throw new Refusal('product_not_found', say`This product does not exist. Choose another.`);
  }
  const { id, system_key } = row as { id: number; system_key: string | null };
  if (system_key) {
    throw new Refusal(
      'product_reserved',
      say`This product belongs to bookings that an aggregator makes. Choose another product.`,
    );
  }
  return { id };
}

/**
 * Says what an own booking is paid with: the first choice for an open visit, or another one. A
 * booking of Onefit is paid by Onefit from the start.
 *
 * @throws Refusal `onefit_booking_locked`, `booking_cancelled`, `product_not_found`, `product_reserved`
 */
export async function chooseProduct(
  trx: Trx,
  booking: BookingRow,
  product: string,
  now: Date,
): Promise<BookingRow> {
  if (booking.source !== 'own') throw lockedByOnefit();
  if (!isActive(booking.state)) {
    throw new Refusal('booking_cancelled', say`This booking is cancelled and stays so.`);
  }
  const { id } = await readChoosable(trx, product);
  const { table, from, to } = LINKS.bookingProduct;
  await trx(table)
    .where({ [from]: booking.id })
    .delete();
  await trx(table).insert({ [from]: booking.id, [to]: id });
  await trx(BOOKINGS).where({ id: booking.id }).update({ modified_at: now, updated_at: now });
  return { ...booking, modified_at: now };
}
