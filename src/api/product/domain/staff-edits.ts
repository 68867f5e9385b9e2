import type { Core } from '@strapi/strapi';
import { guardEdits } from '../../../content/staff-edits';
import type { Trx } from '../../../database/trx';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import { PRODUCTS } from './product-row';

async function read(trx: Trx, documentId: string | null) {
  const row: unknown = await trx(PRODUCTS)
    .where({ document_id: documentId })
    .first('id', 'name', 'system_key');
  return row as { id: number; name: string; system_key: string | null } | undefined;
}

/** Staff's edits of products: a system product keeps its name and stays; a used one stays too. */
export function guardProducts(strapi: Core.Strapi): void {
  guardEdits(strapi, 'api::product.product', {
    async create({ data }, proceed) {
      delete data.systemKey;
      return proceed();
    },

    async update({ trx, documentId, data }, proceed) {
      delete data.systemKey;
      const product = await read(trx, documentId);
      if (product?.system_key && data.name !== undefined && data.name !== product.name) {
        throw new Refusal(
          'system_product',
          say`The product "${product.name}" belongs to the system and keeps its name. You can change its price.`,
        );
      }
      return proceed();
    },

    async delete({ trx, documentId }, proceed) {
      const product = await read(trx, documentId);
      if (product?.system_key) {
        throw new Refusal(
          'system_product',
          say`The product "${product.name}" belongs to the system and cannot be deleted.`,
        );
      }
      const used: unknown =
        product &&
        (await trx('bookings_product_lnk').where({ product_id: product.id }).first('id'));
      if (used) {
        throw new Refusal(
          'product_in_use',
          say`Bookings were paid with this product, so it cannot be deleted. Rename it if it is no longer sold.`,
        );
      }
      return proceed();
    },

    async clone({ data }, proceed) {
      data.systemKey = null;
      return proceed();
    },
  });
}
