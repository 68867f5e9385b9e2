import type { Core } from '@strapi/strapi';
import { guardEdits } from '../../../content/staff-edits';
import { Refusal } from '../../../domain/refusal';

/** Staff's edits of customers: whoever ever booked is not deleted, since reports count on it. */
export function guardCustomers(strapi: Core.Strapi): void {
  guardEdits(strapi, 'api::customer.customer', {
    async delete({ trx, documentId }, proceed) {
      const booked: unknown = await trx('bookings').where({ customer_key: documentId }).first('id');
      if (booked !== undefined) {
        throw new Refusal(
          'customer_has_bookings',
          'This customer has bookings, so the profile cannot be deleted. Erase the personal data instead: npm run customer -- erase <id>.',
        );
      }
      await trx('customer_aggregator_ids').where({ customer_key: documentId }).delete();
      return proceed();
    },
  });
}
