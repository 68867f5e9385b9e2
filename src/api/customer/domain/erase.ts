import type { Trx } from '../../../database/trx';
import { BOOKINGS } from '../../booking/domain/booking-row';
import { AGGREGATOR_IDS } from '../../customer-aggregator-id/domain/holder';
import { forgetMessages } from '../../customer-message/domain/message-row';
import { CUSTOMERS, holdCustomers, readCustomer } from './customer-row';

/** What stands where a name stood. */
const ERASED = { first_name: 'Erased', last_name: 'customer', name: 'Erased customer' };

/** The ids under which aggregators know a customer now. */
async function heldIds(trx: Trx, documentId: string): Promise<string[]> {
  return trx(AGGREGATOR_IDS).where({ customer_key: documentId }).pluck<string[]>('external_id');
}

/** Those on the customer's bookings that nobody else holds now: an id may have been on the wrong profile. */
async function formerIds(trx: Trx, documentId: string): Promise<string[]> {
  const elsewhere = trx(AGGREGATOR_IDS).whereNot({ customer_key: documentId });
  return trx(BOOKINGS)
    .where({ customer_key: documentId })
    .whereNotNull('member_id')
    .whereNotIn('member_id', elsewhere.select('external_id'))
    .distinct()
    .pluck<string[]>('member_id');
}

/**
 * Takes the member id off every booking of a customer, and off whatever else can only be theirs: under
 * an id that they hold, and cancelled bookings that never came, which belong to nobody.
 */
async function forgetMemberIds(trx: Trx, documentId: string): Promise<void> {
  const held = await heldIds(trx, documentId);
  const former = await formerIds(trx, documentId);
  await trx(BOOKINGS)
    .where({ customer_key: documentId })
    .orWhere((theirs) => void theirs.whereIn('member_id', held))
    .orWhere((unseen) => void unseen.whereNull('customer_key').whereIn('member_id', former))
    .update({ member_id: null });
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
  await forgetMemberIds(trx, documentId);
  await trx(AGGREGATOR_IDS).where({ customer_key: documentId }).delete();
  await forgetMessages(trx, documentId);
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

/** A profile that staff give a name again is a living one from then on. */
export async function noteNamed(trx: Trx, documentId: string): Promise<void> {
  await trx(CUSTOMERS)
    .where({ document_id: documentId })
    .whereNotNull('erased_at')
    .whereNot({ name: ERASED.name })
    .update({ erased_at: null });
}
