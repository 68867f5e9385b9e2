import { iso } from '../venue';
import type { Knex, StoredInstant } from '../venue';

/** A place in an appointment, as the Sign-in shows it. */
export interface SignInEntry {
  documentId: string;
  customer: {
    documentId: string;
    firstName: string;
    lastName: string;
    note: string | null;
  } | null;
  product: { documentId: string; name: string } | null;
  source: 'own' | 'onefit';
  state: string;
  /** false for Onefit's bookings, and for those that are over, checked in or cancelled */
  canCancel: boolean;
  bookedAt: string | null;
  modifiedAt: string | null;
}

interface Row {
  documentId: string;
  source: 'own' | 'onefit';
  state: string;
  bookedAt: StoredInstant;
  modifiedAt: StoredInstant;
  customerId: string | null;
  firstName: string | null;
  lastName: string | null;
  note: string | null;
  productId: string | null;
  productName: string | null;
}

function toEntry(row: Row): SignInEntry {
  return {
    documentId: row.documentId,
    customer:
      row.customerId === null
        ? null
        : {
            documentId: row.customerId,
            firstName: row.firstName ?? '',
            lastName: row.lastName ?? '',
            note: row.note,
          },
    product:
      row.productId === null ? null : { documentId: row.productId, name: row.productName ?? '' },
    source: row.source,
    state: row.state,
    canCancel: row.source === 'own' && row.state === 'confirmed',
    bookedAt: iso(row.bookedAt),
    modifiedAt: iso(row.modifiedAt),
  };
}

/** Everybody who has or had a place in an appointment, by name: one statement however many. */
export async function readSignIn(knex: Knex, appointment: string): Promise<SignInEntry[]> {
  const rows = await knex({ booking: 'bookings' })
    .join({ placed: 'appointments' }, (on) => {
      on.on('placed.document_id', '=', 'booking.appointment_key').andOn(
        'placed.venue_key',
        '=',
        'booking.venue_key',
      );
    })
    .leftJoin({ customer: 'customers' }, 'customer.document_id', 'booking.customer_key')
    .leftJoin({ paid: 'bookings_product_lnk' }, 'paid.booking_id', 'booking.id')
    .leftJoin({ product: 'products' }, 'product.id', 'paid.product_id')
    .where('booking.appointment_key', appointment)
    .orderBy(['customer.last_name', 'customer.first_name', 'booking.id'])
    .select<Row[]>({
      documentId: 'booking.document_id',
      source: 'booking.source',
      state: 'booking.state',
      bookedAt: 'booking.booked_at',
      modifiedAt: 'booking.modified_at',
      customerId: 'customer.document_id',
      firstName: 'customer.first_name',
      lastName: 'customer.last_name',
      note: 'customer.note',
      productId: 'product.document_id',
      productName: 'product.name',
    });
  return rows.map(toEntry);
}

/** One entry of the Sign-in; null when there is no such booking. */
export async function readEntry(knex: Knex, booking: string): Promise<SignInEntry | null> {
  const row: unknown = await knex('bookings')
    .where({ document_id: booking })
    .first('appointment_key');
  const appointment = (row as { appointment_key: string | null } | undefined)?.appointment_key;
  if (!appointment) return null;
  const entries = await readSignIn(knex, appointment);
  return entries.find((entry) => entry.documentId === booking) ?? null;
}
