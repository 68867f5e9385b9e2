import type { Core } from '@strapi/strapi';
import { insertDocument } from '../../../database/insert';
import { inTransaction } from '../../../database/transaction';
import { clockOf } from '../../../domain/clock';
import { PRODUCTS } from '../domain/product-row';

/** What bookings are paid with. */
export function createProductService(strapi: Core.Strapi) {
  return {
    /**
     * Makes sure that a system product is there, under its key; staff can price it, but neither
     * rename nor delete it.
     */
    async ensureSystemProduct(systemKey: string, name: string): Promise<void> {
      await inTransaction(strapi, async (trx) => {
        const found: unknown = await trx(PRODUCTS).where({ system_key: systemKey }).first('id');
        if (found === undefined) {
          const now = clockOf(strapi).now();
          await insertDocument(trx, PRODUCTS, { name, system_key: systemKey }, now);
        }
      });
    },
  };
}

export default ({ strapi }: { strapi: Core.Strapi }) => createProductService(strapi);
