import type { Trx } from '../../../database/trx';
import { BOOKINGS } from '../../booking/domain/booking-row';
import { AGGREGATOR_IDS } from '../../customer-aggregator-id/domain/holder';
import { forgetMessages } from '../../customer-message/domain/message-row';
import { CUSTOMERS, holdCustomers, readCustomer } from './customer-row';

/** What stands where a name stood. */
const ERASED = { first_name: 'Erased', last_name: 'customer', name: 'Erased customer' };

/** The ids under which aggregators know a customer: those held now, and those on bookings. */
async function memberIdsOf(trx: Trx, documentId: string): Promise<string[]> {
  const held = await trx(AGGREGATOR_IDS)
    .where({ customer_key: documentId })
    .pluck<string[]>('external_id');
  const booked = await trx(BOOKINGS)
    .where({ customer_key: documentId })
    .whereNotNull('member_id')
    .distinct()
    .pluck<string[]>('member_id');
  return [...new Set([...held, ...booked])];
}

/**
 * Takes everything that says who a customer is out of every table of the venue, inside the
 * caller's transaction: name, e-mail, phone, note, aggregator IDs, the member id on bookings, also on
 * cancelled ones that never came, and the e-mails owed or sent. The bookings stay, as counts. It cannot be
 * undone; doing it again changes nothing.
 *
 * @throws Refusal `customer_not_found`
 */
export async function eraseCustomer(trx: Trx, documentId: string, now: Date): Promise<void> {
  await holdCustomers(trx, [documentId]);
  const customer = await readCustomer(trx, documentId);
  const nothing = { email: null, phone: null, note: null, language: null };
  await trx(CUSTOMERS)
    .where({ id: customer.id })
    .update({ ...ERASED, ...nothing, erased_at: now, updated_at: now });
  const memberIds = await memberIdsOf(trx, documentId);
  await trx(AGGREGATOR_IDS).where({ customer_key: documentId }).delete();
  await forgetMessages(trx, documentId);
  await trx(BOOKINGS).whereIn('member_id', memberIds).update({ member_id: null });
}

/**
 * Takes the member id off bookings that were on their way while their customer was erased; gives how
 * many there were.
 */
export async function forgetErased(trx: Trx): Promise<number> {
  return trx(BOOKINGS)
    .whereNotNull('member_id')
    .whereIn('customer_key', trx(CUSTOMERS).whereNotNull('erased_at').select('document_id'))
    .update({ member_id: null });
}
