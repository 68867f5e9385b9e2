import type { Trx } from '../../../database/trx';
import { instant, instantOrNull } from '../../../database/values';
import type { StoredInstant } from '../../../database/values';
import { MESSAGES } from '../../customer-message/domain/message-row';
import { readCustomer } from './customer-row';

/** Everything that is kept about one customer. Instants in ISO 8601, UTC. */
export interface CustomerExport {
  customer: {
    id: string;
    firstName: string;
    lastName: string;
    email: string | null;
    phone: string | null;
    note: string | null;
    language: string | null;
  };
  aggregatorIds: Array<{ aggregator: string; externalId: string }>;
  bookings: Array<{
    id: string;
    activity: string | null;
    startsAt: string | null;
    state: string;
    source: string;
    externalId: string | null;
    memberId: string | null;
    product: string | null;
    bookedAt: string;
    history: Array<{ state: string; at: string; source: string }>;
  }>;
  /** e-mails that were owed, and when they were sent */
  messages: Array<{
    occasion: string;
    booking: string;
    state: string;
    /** of a letter that staff wrote */
    subject: string | null;
    text: string | null;
    /** of a cancellation */
    reason: string | null;
    sentAt: string | null;
  }>;
}

interface BookingLine {
  id: string;
  activity: string | null;
  startsAt: StoredInstant | null;
  state: string;
  source: string;
  externalId: string | null;
  memberId: string | null;
  product: string | null;
  bookedAt: StoredInstant;
}

interface Change {
  booking_key: string;
  state: string;
  at: StoredInstant;
  source: string;
}

async function bookingLines(trx: Trx, customer: string): Promise<BookingLine[]> {
  return trx({ booking: 'bookings' })
    .leftJoin({ placed: 'appointments' }, 'placed.document_id', 'booking.appointment_key')
    .leftJoin({ activity: 'activities' }, 'activity.document_id', 'placed.activity_key')
    .leftJoin({ paid: 'bookings_product_lnk' }, 'paid.booking_id', 'booking.id')
    .leftJoin({ product: 'products' }, 'product.id', 'paid.product_id')
    .where('booking.customer_key', customer)
    .orderBy(['booking.booked_at', 'booking.id'])
    .select<BookingLine[]>({
      id: 'booking.document_id',
      activity: 'activity.name',
      startsAt: 'placed.starts_at',
      state: 'booking.state',
      source: 'booking.source',
      externalId: 'booking.external_id',
      memberId: 'booking.member_id',
      product: 'product.name',
      bookedAt: 'booking.booked_at',
    });
}

async function historyOf(trx: Trx, customer: string): Promise<Change[]> {
  return trx('booking_changes')
    .whereIn('booking_key', trx('bookings').select('document_id').where({ customer_key: customer }))
    .orderBy(['at', 'id'])
    .select<Change[]>('booking_key', 'state', 'at', 'source');
}

interface MessageLine {
  occasion: string;
  booking_key: string;
  state: string;
  subject: string | null;
  text: string | null;
  reason: string | null;
  sent_at: StoredInstant | null;
}

async function messagesTo(trx: Trx, customer: string): Promise<CustomerExport['messages']> {
  const rows = await trx(MESSAGES)
    .where({ customer_key: customer })
    .orderBy('id')
    .select<
      MessageLine[]
    >('occasion', 'booking_key', 'state', 'subject', 'text', 'reason', 'sent_at');
  return rows.map(({ booking_key, sent_at, ...kept }) => ({
    ...kept,
    booking: booking_key,
    sentAt: instantOrNull(sent_at)?.toISOString() ?? null,
  }));
}

/**
 * Gathers everything that is kept about one customer, for the customer.
 *
 * @throws Refusal `customer_not_found`
 */
export async function exportCustomer(trx: Trx, documentId: string): Promise<CustomerExport> {
  const row = await readCustomer(trx, documentId);
  const ids = await trx('customer_aggregator_ids')
    .where({ customer_key: documentId })
    .orderBy('id')
    .select<CustomerExport['aggregatorIds']>('aggregator', { externalId: 'external_id' });
  const lines = await bookingLines(trx, documentId);
  const changes = await historyOf(trx, documentId);
  const messages = await messagesTo(trx, documentId);
  return {
    customer: {
      id: row.document_id,
      firstName: row.first_name,
      lastName: row.last_name,
      email: row.email,
      phone: row.phone,
      note: row.note,
      language: row.language,
    },
    aggregatorIds: ids,
    messages,
    bookings: lines.map((line) => ({
      ...line,
      startsAt: instantOrNull(line.startsAt)?.toISOString() ?? null,
      bookedAt: instant(line.bookedAt).toISOString(),
      history: changes
        .filter((change) => change.booking_key === line.id)
        .map(({ state, at, source }) => ({ state, at: instant(at).toISOString(), source })),
    })),
  };
}
