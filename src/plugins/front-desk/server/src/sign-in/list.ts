import { iso } from '../venue';
import type { Knex, StoredInstant } from '../venue';

/** A place in an appointment, as the Sign-in shows it. Instants in ISO 8601, UTC. */
export interface SignInEntry {
  documentId: string;
  customer: {
    documentId: string;
    firstName: string;
    lastName: string;
    email: string | null;
    phone: string | null;
    note: string | null;
  } | null;
  /** null = an open visit: what it is paid with is still to be chosen */
  product: { documentId: string; name: string } | null;
  source: 'own' | 'onefit';
  state: string;
  /** false for Onefit's bookings, and for those that are checked in or cancelled */
  canCancel: boolean;
  bookedAt: string | null;
  modifiedAt: string | null;
  /** who cancelled: a member of staff by name, `onefit`, or null where it is not known */
  cancelledBy: { staff: string } | { aggregator: 'onefit' } | null;
}

/** Everybody who has or had a place. */
export interface SignInList {
  bookings: SignInEntry[];
  /** how many were cancelled in all; the newest of them are listed */
  cancelledCount: number;
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
  email: string | null;
  phone: string | null;
  note: string | null;
  productId: string | null;
  productName: string | null;
  endedBySource: 'own' | 'onefit' | 'system' | null;
  endedByActor: string | null;
}

const ACTIVE = ['confirmed', 'checked_in', 'no_show'];

/** More places than any room has; above it the list would help nobody. */
const MOST_PLACES = 1000;
const MOST_CANCELLED = 100;

const COLUMNS = {
  documentId: 'booking.document_id',
  source: 'booking.source',
  state: 'booking.state',
  bookedAt: 'booking.booked_at',
  modifiedAt: 'booking.modified_at',
  customerId: 'customer.document_id',
  firstName: 'customer.first_name',
  lastName: 'customer.last_name',
  email: 'customer.email',
  phone: 'customer.phone',
  note: 'customer.note',
  productId: 'product.document_id',
  productName: 'product.name',
};

function placesOf(knex: Knex, appointment: string) {
  return knex({ booking: 'bookings' })
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
    .where('booking.appointment_key', appointment);
}

function activeOf(knex: Knex, appointment: string) {
  return placesOf(knex, appointment)
    .whereIn('booking.state', ACTIVE)
    .orderBy(['customer.last_name', 'customer.first_name', 'booking.id'])
    .limit(MOST_PLACES)
    .select<Row[]>(COLUMNS);
}

/** The newest cancelled ones; a booking is cancelled once, so one line of its history says it. */
function cancelledOf(knex: Knex, appointment: string) {
  return placesOf(knex, appointment)
    .leftJoin({ ended: 'booking_changes' }, (on) => {
      on.on('ended.booking_key', '=', 'booking.document_id').andOn(
        'ended.state',
        '=',
        'booking.state',
      );
    })
    .whereNotIn('booking.state', ACTIVE)
    .orderBy([
      { column: 'booking.modified_at', order: 'desc' },
      { column: 'booking.id', order: 'desc' },
    ])
    .limit(MOST_CANCELLED)
    .select<Row[]>({ ...COLUMNS, endedBySource: 'ended.source', endedByActor: 'ended.actor' });
}

async function countCancelled(knex: Knex, appointment: string): Promise<number> {
  const row: unknown = await placesOf(knex, appointment)
    .whereNotIn('booking.state', ACTIVE)
    .count({ total: '*' })
    .first();
  return Number((row as { total: string | number }).total);
}

/** The names of administrators, by the id that the history keeps. */
async function namesOf(knex: Knex, rows: Row[]): Promise<Map<string, string>> {
  const ids = new Set(rows.flatMap(({ endedByActor }) => Number(endedByActor ?? NaN) || []));
  const people = await knex('admin_users')
    .whereIn('id', [...ids])
    .select<Array<{ id: number; firstname: string | null; lastname: string | null }>>(
      ...['id', 'firstname', 'lastname'],
    );
  return new Map(
    people.map(({ id, firstname, lastname }) => [
      String(id),
      [firstname, lastname].filter(Boolean).join(' '),
    ]),
  );
}

function cancelledBy(row: Row, names: Map<string, string>): SignInEntry['cancelledBy'] {
  if (row.endedBySource === 'onefit') return { aggregator: 'onefit' };
  const staff = names.get(row.endedByActor ?? '');
  return staff ? { staff } : null;
}

function toEntry(row: Row, names: Map<string, string>): SignInEntry {
  return {
    documentId: row.documentId,
    customer:
      row.customerId === null
        ? null
        : {
            documentId: row.customerId,
            firstName: row.firstName ?? '',
            lastName: row.lastName ?? '',
            email: row.email,
            phone: row.phone,
            note: row.note,
          },
    product:
      row.productId === null ? null : { documentId: row.productId, name: row.productName ?? '' },
    source: row.source,
    state: row.state,
    canCancel: row.source === 'own' && row.state === 'confirmed',
    bookedAt: iso(row.bookedAt),
    modifiedAt: iso(row.modifiedAt),
    cancelledBy: cancelledBy(row, names),
  };
}

/**
 * Who has a place in an appointment, by name, then who cancelled, newest first: four statements
 * however many there are.
 */
export async function readSignIn(knex: Knex, appointment: string): Promise<SignInList> {
  const active = await activeOf(knex, appointment);
  const cancelled = await cancelledOf(knex, appointment);
  const names = await namesOf(knex, cancelled);
  return {
    bookings: [...active, ...cancelled].map((row) => toEntry(row, names)),
    cancelledCount: await countCancelled(knex, appointment),
  };
}

/** One entry of the Sign-in; null when there is no such booking. */
export async function readEntry(knex: Knex, booking: string): Promise<SignInEntry | null> {
  const row: unknown = await knex('bookings')
    .where({ document_id: booking })
    .first('appointment_key');
  const appointment = (row as { appointment_key: string | null } | undefined)?.appointment_key;
  if (!appointment) return null;
  const [found] = await placesOf(knex, appointment)
    .where('booking.document_id', booking)
    .select<Row[]>(COLUMNS);
  return found ? toEntry(found, new Map()) : null;
}
