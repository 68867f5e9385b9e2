import { LINKS } from '../../../database/links';
import type { Trx } from '../../../database/trx';

/** A product by its document id, or a system product by its key. */
export type ProductRef = { documentId: string } | { systemKey: string };

/** The table of `api::product.product`. */
export const PRODUCTS = 'products';

/** Relates a booking with the product it is paid with; gives false when there is no such product. */
export async function relateProduct(
  trx: Trx,
  booking: number,
  product: ProductRef,
): Promise<boolean> {
  const { table, from, to } = LINKS.bookingProduct;
  const column = 'documentId' in product ? 'document_id' : 'system_key';
  const key = 'documentId' in product ? product.documentId : product.systemKey;
  const written: unknown = await trx(trx.raw('?? (??, ??)', [table, from, to])).insert(
    trx(PRODUCTS)
      .select(trx.raw('?', [booking]), 'id')
      .where({ [column]: key })
      .limit(1),
  );
  return written !== undefined;
}
