import type { Trx } from '../../../database/trx';
import { BOOKINGS } from '../../booking/domain/booking-row';
import { AGGREGATOR_IDS } from '../../customer-aggregator-id/domain/holder';
import { forgetMessages } from '../../customer-message/domain/message-row';
import { CUSTOMERS, readCustomer } from './customer-row';

/** What stands where a name stood. */
const ERASED = { first_name: 'Erased', last_name: 'customer', name: 'Erased customer' };

/**
 * Takes everything that says who a customer is out of every table of the venue, inside the
 * caller's transaction: name, e-mail, phone, note, aggregator IDs, the member id on bookings and
 * the e-mails owed or sent. The bookings stay, as counts. It cannot be undone; doing it again changes nothing.
 *
 * @throws Refusal `customer_not_found`
 */
export async function eraseCustomer(trx: Trx, documentId: string, now: Date): Promise<void> {
  const customer = await readCustomer(trx, documentId);
  await trx(CUSTOMERS)
    .where({ id: customer.id })
    .update({ ...ERASED, email: null, phone: null, note: null, language: null, updated_at: now });
  await trx(AGGREGATOR_IDS).where({ customer_key: documentId }).delete();
  await forgetMessages(trx, documentId);
  await trx(BOOKINGS).where({ customer_key: documentId }).update({ member_id: null });
}
