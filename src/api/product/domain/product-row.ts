import type { Trx } from '../../../database/trx';

/** A product by its document id, or a system product by its key. */
export type ProductRef = { documentId: string } | { systemKey: string };

/** The table of `api::product.product`. */
export const PRODUCTS = 'products';

/** The number of a product; null when there is no such one. */
export async function findProduct(trx: Trx, product: ProductRef): Promise<number | null> {
  const column = 'documentId' in product ? 'document_id' : 'system_key';
  const key = 'documentId' in product ? product.documentId : product.systemKey;
  const row: unknown = await trx(PRODUCTS)
    .where({ [column]: key })
    .first('id');
  return (row as { id: number } | undefined)?.id ?? null;
}
