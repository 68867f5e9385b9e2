import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { BenchDatabase } from '../shared/options';
import { CUSTOMER, CUSTOMER_DIGITS, SESSION, SESSION_DIGITS } from './names';
import { relateIds } from './relations';
import { dialectOf, documentColumns, insertSelect, insertSeries } from './series';

const DAY = 24 * 60;

/** What stands in a database before anything is measured. */
export interface Filling {
  /** booked by the rounds, and empty at first */
  sessions: number;
  /** customers with an Onefit ID */
  members: number;
}

export const VENUE_KEY = 'benchvenue00000000000000';
const ACTIVITY_KEY = 'benchactivity00000000000';

/** One company, venue and activity, with the extension ordered and the venue linked. */
async function insertPlace(knex: Knex, uuid: string): Promise<void> {
  const now = new Date();
  const document = (document_id: string) => ({
    document_id,
    created_at: now,
    updated_at: now,
    published_at: now,
  });
  await knex('companies').insert({
    ...document('benchcompany000000000000'),
    name: 'Studio Noord B.V.',
    uuid: randomUUID(),
  });
  await knex('venues').insert({
    ...document(VENUE_KEY),
    name: 'Centrum',
    uuid,
    time_zone: 'Europe/Amsterdam',
  });
  await insertSelect(
    knex,
    'venues_company_lnk',
    { venue_id: 'venues.id', company_id: 'companies.id' },
    'FROM venues, companies',
  );
  await knex('activities').insert({
    ...document(ACTIVITY_KEY),
    name: 'Zumba',
    kind: 'class',
    capacity: 16,
    aggregator_bookings: 'allowed',
  });
  await insertSelect(
    knex,
    'activities_venue_lnk',
    { activity_id: 'activities.id', venue_id: 'venues.id' },
    'FROM activities, venues',
  );
  await knex('onefit_extension_orders').insert({
    ...document('benchorder00000000000000'),
    contact_email: 'manager@venue.example',
    ordered_at: now,
    active_key: 'onefit',
    confirmation_sent_at: now,
  });
  await knex('onefit_venue_links').insert({
    ...document('benchlink000000000000000'),
    venue_key: VENUE_KEY,
    onefit_venue_id: 'of-1',
    linked_at: now,
    attempts: 0,
  });
}

/** Appointments with room for everybody, and their sync records, as Onefit has acknowledged them. */
export async function insertAppointments(
  knex: Knex,
  kind: BenchDatabase,
  count: number,
  columns: { document_id: string; startsInMinutes: string; capacity: string },
): Promise<void> {
  const { at } = dialectOf(kind);
  const now = new Date();
  await insertSeries(knex, 'appointments', count, {
    document_id: columns.document_id,
    ...documentColumns(at(now, '0')),
    title: "'Zumba'",
    starts_at: at(now, columns.startsInMinutes),
    ends_at: at(now, `(${columns.startsInMinutes}) + 60`),
    capacity: columns.capacity,
    state: "'scheduled'",
    aggregator_bookings: "'as_activity'",
    booked: '0',
    booked_by_aggregator: '0',
    aggregator_allowed: 'true',
    booking_closes_minutes: '15',
    late_cancel_minutes: '480',
    activity_key: `'${ACTIVITY_KEY}'`,
    venue_key: `'${VENUE_KEY}'`,
    changed_by_staff: 'false',
  });
}

/** Where the venue's own sweep came first, its record is there already: it counts as told as well. */
const AS_TOLD = `ON CONFLICT (subject, kind)
  DO UPDATE SET acknowledged_version = onefit_sync_records.desired_version`;

/** Relates appointments with their activity and gives each its sync record. */
export async function completeAppointments(knex: Knex, kind: BenchDatabase): Promise<void> {
  const { randomId, at } = dialectOf(kind);
  const now = at(new Date(), '0');
  await insertSelect(
    knex,
    'appointments_activity_lnk',
    { appointment_id: 'a.id', activity_id: 'activities.id' },
    'FROM appointments a, activities',
  );
  await insertSelect(
    knex,
    'onefit_sync_records',
    {
      document_id: randomId,
      ...documentColumns(now),
      kind: "'session'",
      subject: 'a.document_id',
      venue_key: 'a.venue_key',
      urgent: 'false',
      desired_version: '1',
      acknowledged_version: '1',
      refused_version: '0',
      attempts: '0',
      desired_at: now,
    },
    // SQLite takes the conflict's clause for one of the table's where no condition stands before it.
    `FROM appointments a WHERE true ${AS_TOLD}`,
  );
}

/** Customers who hold an Onefit ID: the members of the rounds. */
async function insertMembers(knex: Knex, kind: BenchDatabase, members: number): Promise<void> {
  const { padded, randomId, at } = dialectOf(kind);
  const now = at(new Date(), '0');
  await insertSeries(knex, 'customers', members, {
    document_id: `'${CUSTOMER}' || ${padded('i', CUSTOMER_DIGITS)}`,
    ...documentColumns(now),
    first_name: "'Mem'",
    last_name: "'Ber ' || i",
    email: "'member' || i || '@members.example'",
    language: "'en'",
  });
  await insertSelect(
    knex,
    'customer_aggregator_ids',
    {
      document_id: randomId,
      ...documentColumns(now),
      aggregator: "'onefit'",
      external_id: `'m-' || CAST(substr(c.document_id, ${CUSTOMER.length + 1}) AS integer)`,
      customer_key: 'c.document_id',
    },
    'FROM customers c',
  );
  await relateIds(knex);
}

/**
 * Fills the product's empty tables with a venue, coming sessions and members. Gives the Venue UUID.
 */
export async function fillVenue(
  knex: Knex,
  kind: BenchDatabase,
  { sessions, members }: Filling,
): Promise<string> {
  const { padded } = dialectOf(kind);
  const uuid = randomUUID();
  await insertPlace(knex, uuid);
  await insertAppointments(knex, kind, sessions, {
    document_id: `'${SESSION}' || ${padded('i', SESSION_DIGITS)}`,
    startsInMinutes: `${DAY} + i * 15`,
    capacity: '1000000',
  });
  await insertMembers(knex, kind, members);
  return uuid;
}
