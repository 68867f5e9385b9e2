import type { Core } from '@strapi/strapi';
import { guardEdits } from '../../../content/staff-edits';
import type { Edit } from '../../../content/staff-edits';
import type { Trx } from '../../../database/trx';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import { forgetMessages } from '../../customer-message/domain/message-row';
import { CUSTOMERS, holdCustomers } from './customer-row';
import { noteNamed } from './erase';
import { nameOf } from './name';

interface Names {
  first_name: string;
  last_name: string;
}

async function namesNow(trx: Trx, documentId: string | null): Promise<Names | undefined> {
  const row: unknown = await trx(CUSTOMERS)
    .where({ document_id: documentId })
    .first('first_name', 'last_name');
  return row as Names | undefined;
}

/** Sets the name as lists show it from what is entered, and from what stays as it is. */
async function keepName({ trx, documentId, data }: Edit): Promise<void> {
  const now = documentId === null ? undefined : await namesNow(trx, documentId);
  const entered = (value: unknown, otherwise = '') =>
    typeof value === 'string' ? value : otherwise;
  data.name = nameOf(
    entered(data.firstName, now?.first_name),
    entered(data.lastName, now?.last_name),
  );
}

/**
 * Staff's edits of customers: the name follows what is entered, and whoever ever booked is not
 * deleted, since reports count on it.
 */
export function guardCustomers(strapi: Core.Strapi): void {
  guardEdits(strapi, 'api::customer.customer', {
    async create(edit, proceed) {
      await keepName(edit);
      return proceed();
    },

    async update(edit, proceed) {
      await keepName(edit);
      const outcome = await proceed();
      if (edit.documentId !== null) await noteNamed(edit.trx, edit.documentId);
      return outcome;
    },

    async clone(edit, proceed) {
      await keepName(edit);
      return proceed();
    },

    async delete({ trx, documentId }, proceed) {
      if (documentId !== null) await holdCustomers(trx, [documentId]);
      const booked: unknown = await trx('bookings').where({ customer_key: documentId }).first('id');
      if (booked !== undefined) {
        throw new Refusal(
          'customer_has_bookings',
          say`This customer has bookings, so the profile cannot be deleted. Ask your administrator to erase the customer's data instead.`,
        );
      }
      await forgetMessages(trx, documentId ?? '');
      await trx('customer_aggregator_ids').where({ customer_key: documentId }).delete();
      return proceed();
    },
  });
}
