import type { Core } from '@strapi/strapi';
import type { Controller } from '../request';

/** More products than anybody chooses from. */
const MOST_LISTED = 200;

/** What bookings can be paid with at the desk. */
export const products = ({ strapi }: { strapi: Core.Strapi }): Controller => ({
  /** All but those of aggregators, by name. */
  async list(ctx) {
    ctx.body = {
      products: await strapi.db
        .connection('products')
        .whereNull('system_key')
        .orderBy(['name', 'id'])
        .limit(MOST_LISTED)
        .select({ documentId: 'document_id', name: 'name' }),
    };
  },
});
