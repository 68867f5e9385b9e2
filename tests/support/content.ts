import type { Core, UID } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { RunningVenue } from './strapi';

const HOUR = 60 * 60 * 1000;

/** A document as the tests look at it. */
export type Doc = Record<string, unknown> & { documentId: string };

async function create(strapi: Core.Strapi, type: string, data: object): Promise<Doc> {
  const uid = `api::${type}.${type}` as UID.ContentType;
  return strapi.documents(uid).create({ data: data as never });
}

/** A company with one venue, as a fresh installation has them. */
export interface Place {
  company: Doc & { uuid: string };
  venue: Doc & { uuid: string };
}

export async function makePlace(strapi: Core.Strapi, timeZone = 'Europe/Amsterdam') {
  const company = await create(strapi, 'company', { name: 'Studio Noord B.V.' });
  const venue = await create(strapi, 'venue', {
    name: 'Centrum',
    timeZone,
    company: company.documentId,
  });
  return { company, venue } as Place;
}

/** An activity without dates of its own; appointments are added one by one. */
export function makeActivity(strapi: Core.Strapi, place: Place, data: object = {}): Promise<Doc> {
  return create(strapi, 'activity', {
    name: 'Zumba',
    kind: 'class',
    capacity: 16,
    venue: place.venue.documentId,
    aggregatorBookings: 'allowed',
    ...data,
  });
}

/** An appointment a day ahead, or when `data` says. */
export function makeAppointment(venue: RunningVenue, activity: Doc, data: object = {}) {
  const startsAt = new Date(Math.ceil(venue.clock.now().getTime() / HOUR) * HOUR + 24 * HOUR);
  return create(venue.strapi, 'appointment', {
    activity: activity.documentId,
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + HOUR).toISOString(),
    ...data,
  });
}

export function makeCustomer(strapi: Core.Strapi, data: object = {}): Promise<Doc> {
  return create(strapi, 'customer', { firstName: 'Own', lastName: 'Customer', ...data });
}

export function makeProduct(strapi: Core.Strapi, data: object = {}): Promise<Doc> {
  return create(strapi, 'product', { name: '10-class card', ...data });
}

/** The tables that a test fills; the system product stays. */
const FILLED = [
  'booking_changes',
  'customer_messages',
  'bookings',
  'appointments',
  'activities',
  'customer_aggregator_ids',
  'customers',
  'venues',
  'companies',
  'onefit_sync_records',
  'onefit_venue_links',
  'onefit_extension_orders',
  'onefit_leases',
  'onefit_customer_proposals',
  'onefit_notices',
  'onefit_visit_prices',
  'onefit_activity_log',
];

/** Takes everything away that a test made. */
export async function emptyTables(strapi: Core.Strapi): Promise<void> {
  await emptyTablesOf(strapi.db.connection);
}

/** The same over a connection of the test's own. */
export async function emptyTablesOf(knex: Knex): Promise<void> {
  for (const table of FILLED) await knex(table).delete();
  await knex('products').whereNull('system_key').delete();
}
