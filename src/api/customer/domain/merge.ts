import type { Trx } from '../../../database/trx';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import { ACTIVE_STATES, activeKey, BOOKINGS } from '../../booking/domain/booking-row';
import { AGGREGATOR_IDS } from '../../customer-aggregator-id/domain/holder';
import { handMessagesOver } from '../../customer-message/domain/message-row';
import { CUSTOMERS, holdCustomers, readCustomer } from './customer-row';
import type { CustomerRow } from './customer-row';
import { nameOf } from './name';

/** What staff chose to keep of the two profiles; what is left out stays as it is. */
export interface KeptFields {
  firstName?: string;
  lastName?: string;
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  language?: string;
}

interface ActiveBooking {
  id: number;
  appointment_key: string;
}

function activeOf(trx: Trx, customer: string) {
  return trx(BOOKINGS)
    .where({ customer_key: customer })
    .whereIn('state', [...ACTIVE_STATES])
    .select('id', 'appointment_key') as unknown as Promise<ActiveBooking[]>;
}

async function assertNoSharedPlace(trx: Trx, keep: string, active: ActiveBooking[]) {
  const held = new Set((await activeOf(trx, keep)).map((booking) => booking.appointment_key));
  const shared = active.filter((booking) => held.has(booking.appointment_key));
  if (shared.length > 0) {
    throw new Refusal(
      'both_hold_a_place',
      say`Both have a place in the same appointment (${shared.length}). One customer has one place: cancel one of the two first.`,
      { appointments: shared.map((booking) => booking.appointment_key) },
    );
  }
}

async function moveBookings(trx: Trx, from: CustomerRow, to: CustomerRow) {
  const active = await activeOf(trx, from.document_id);
  await assertNoSharedPlace(trx, to.document_id, active);
  for (const booking of active) {
    await trx(BOOKINGS)
      .where({ id: booking.id })
      .update({ active_key: activeKey(booking.appointment_key, to.document_id) });
  }
  await trx(BOOKINGS)
    .where({ customer_key: from.document_id })
    .update({ customer_key: to.document_id });
  await trx('bookings_customer_lnk').where({ customer_id: from.id }).update({ customer_id: to.id });
}

async function moveAggregatorIds(trx: Trx, from: CustomerRow, to: CustomerRow) {
  await trx(AGGREGATOR_IDS)
    .where({ customer_key: from.document_id })
    .update({ customer_key: to.document_id });
  await trx('customer_aggregator_ids_customer_lnk')
    .where({ customer_id: from.id })
    .update({ customer_id: to.id });
}

/**
 * Makes two profiles of one person one, inside the caller's transaction: bookings and aggregator
 * IDs of `drop` go to `keep`, then `drop` is gone. It cannot be undone.
 *
 * @throws Refusal `same_customer`, `customer_not_found`, `both_hold_a_place`
 */
export async function mergeCustomers(
  trx: Trx,
  keep: string,
  drop: string,
  fields: KeptFields,
  now: Date,
): Promise<void> {
  if (keep === drop) {
    throw new Refusal('same_customer', say`Choose two different customers to merge.`);
  }
  await holdCustomers(trx, [keep, drop]);
  const to = await readCustomer(trx, keep);
  const from = await readCustomer(trx, drop);
  await moveBookings(trx, from, to);
  await moveAggregatorIds(trx, from, to);
  await handMessagesOver(trx, from.document_id, to.document_id);
  await trx(CUSTOMERS).where({ id: from.id }).delete();
  await trx(CUSTOMERS)
    .where({ id: to.id })
    .update({
      first_name: fields.firstName,
      last_name: fields.lastName,
      name: nameOf(fields.firstName ?? to.first_name, fields.lastName ?? to.last_name),
      email: fields.email,
      phone: fields.phone,
      note: fields.note,
      language: fields.language,
      // What a living person's profile goes into is theirs from now on.
      erased_at: from.erased_at === null ? null : to.erased_at,
      // Columns that are undefined are left as they are.
      updated_at: now,
    });
}
