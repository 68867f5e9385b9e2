import { appointmentNames } from './names';
import type { AppointmentName } from './names';
import { instant } from './ports';
import type { StoredInstant, Trx } from './ports';

/** The fields of a profile of which staff keep one or the other when two become one. */
export const PROFILE_FIELDS = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'language',
  'note',
] as const;

export type ProfileField = (typeof PROFILE_FIELDS)[number];

/** What staff see of a customer before two are made one. */
export interface CustomerProfile {
  documentId: string;
  fields: Record<ProfileField, string | null>;
  /** ISO 8601, UTC */
  createdAt: string;
  /** as the aggregators know them */
  aggregatorIds: string[];
  /** all there ever were */
  bookings: number;
}

interface Row {
  document_id: string;
  first_name: string;
  last_name: string;
  email: string | null;
  phone: string | null;
  language: string | null;
  note: string | null;
  created_at: StoredInstant;
}

/** A customer with their aggregator IDs; null when there is no such customer. */
export async function readProfile(trx: Trx, customer: string): Promise<CustomerProfile | null> {
  const row: unknown = await trx('customers').where({ document_id: customer }).first('*');
  if (row === undefined) return null;
  const found = row as Row;
  const ids = await trx('customer_aggregator_ids')
    .where({ customer_key: customer })
    .orderBy('external_id')
    .select<Array<{ external_id: string }>>('external_id');
  const counted: unknown = await trx('bookings')
    .where({ customer_key: customer })
    .count({ count: '*' })
    .first();
  return {
    documentId: found.document_id,
    fields: {
      firstName: found.first_name,
      lastName: found.last_name,
      email: found.email,
      phone: found.phone,
      language: found.language,
      note: found.note,
    },
    createdAt: instant(found.created_at).toISOString(),
    aggregatorIds: ids.map(({ external_id: id }) => id),
    bookings: Number((counted as { count: number | string } | undefined)?.count ?? 0),
  };
}

const ACTIVE = ['confirmed', 'checked_in', 'no_show'];

async function activeAppointments(trx: Trx, customer: string): Promise<string[]> {
  const rows = await trx('bookings')
    .where({ customer_key: customer })
    .whereIn('state', ACTIVE)
    .whereNotNull('appointment_key')
    .select<Array<{ appointment_key: string }>>('appointment_key');
  return rows.map((row) => row.appointment_key);
}

/** The most appointments that are named; the numbers beside them are whole. */
const MOST_NAMED = 50;

interface NamedPlace extends AppointmentName {
  documentId: string;
}

function byStart(names: Record<string, AppointmentName>): NamedPlace[] {
  const places = Object.entries(names).map(([documentId, name]) => ({ documentId, ...name }));
  return places.sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}

/** The appointments in which one has a place that moves, and those in which both have one. */
export async function movingPlaces(
  trx: Trx,
  keep: string,
  drop: string,
): Promise<{ moving: NamedPlace[]; shared: NamedPlace[] }> {
  const kept = new Set(await activeAppointments(trx, keep));
  const dropped = await activeAppointments(trx, drop);
  const shared = dropped.filter((appointment) => kept.has(appointment));
  const moving = dropped.filter((appointment) => !kept.has(appointment));
  return {
    moving: byStart(await appointmentNames(trx, moving.slice(-MOST_NAMED))),
    shared: byStart(await appointmentNames(trx, shared.slice(-MOST_NAMED))),
  };
}

/** Who holds an aggregator's ID; null when nobody does. */
export async function holderOfId(
  trx: Trx,
  externalId: string,
): Promise<{ documentId: string; name: string } | null> {
  const row: unknown = await trx({ held: 'customer_aggregator_ids' })
    .join({ customer: 'customers' }, 'customer.document_id', 'held.customer_key')
    .where({ 'held.aggregator': 'onefit', 'held.external_id': externalId })
    .first({
      documentId: 'customer.document_id',
      first: 'customer.first_name',
      last: 'customer.last_name',
    });
  const found = row as { documentId: string; first: string; last: string } | undefined;
  return found ? { documentId: found.documentId, name: `${found.first} ${found.last}` } : null;
}
