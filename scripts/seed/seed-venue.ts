import type { Core, UID } from '@strapi/strapi';
import { weeklyRepetition } from '../../src/api/activity/domain/recurrence';
import { activitiesOf, bookingsOf } from '../../src/domain/services';
import { CUSTOMERS, PRODUCTS } from './people-and-products';
import type { SeedOptions } from './options';
import type { TimetableActivity } from './timetable';

/** What the command prints last. */
export interface SeedSummary {
  companyId: string;
  venueId: string;
  activities: number;
  appointments: number;
  customers: number;
  bookings: number;
}

const COMPANY = 'Studio Noord B.V.';
const VENUE = {
  name: 'Studio Noord Centrum',
  street: 'Prinsengracht 1',
  postalCode: '1015 DV',
  city: 'Amsterdam',
  country: 'NL',
  latitude: 52.3792,
  longitude: 4.8854,
};

/** How many appointments ahead get bookings of own customers, and how many each. */
const BOOKED_APPOINTMENTS = 12;
const BOOKINGS_EACH = 3;

type Found = { documentId: string; uuid?: string };

/** Finds a document by some of its fields, or makes it. */
async function ensure(
  strapi: Core.Strapi,
  type: string,
  key: Record<string, unknown>,
  data: Record<string, unknown>,
): Promise<Found> {
  const documents = strapi.documents(`api::${type}.${type}` as UID.ContentType);
  const found = (await documents.findFirst({ filters: key as never })) as Found | null;
  return found ?? (await documents.create({ data: { ...key, ...data } as never }));
}

/** The next date, today included, of a weekday on the venue's calendar: `2026-11-23`. */
function nextDate(weekday: number, timeZone: string, now: Date): string {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);
  const date = new Date(`${today}T00:00:00Z`);
  const ahead = (weekday - (date.getUTCDay() || 7) + 7) % 7;
  date.setUTCDate(date.getUTCDate() + ahead);
  return date.toISOString().slice(0, 10);
}

function ruleOf(activity: TimetableActivity, timeZone: string, now: Date): string {
  return activity.slots
    .map(({ weekday, start, end }) =>
      weeklyRepetition({ weekday, start, end, firstDate: nextDate(weekday, timeZone, now) }),
    )
    .join('\n');
}

async function bookSome(strapi: Core.Strapi, venue: string, customers: Found[], product: Found) {
  const knex = strapi.db.connection;
  const coming = await knex('appointments')
    .where({ venue_key: venue, state: 'scheduled' })
    .where('starts_at', '>', new Date())
    .orderBy(['starts_at', 'id'])
    .limit(BOOKED_APPOINTMENTS)
    .select<Array<{ document_id: string; capacity: number }>>('document_id', 'capacity');
  const rows = await knex('customers')
    .whereIn(
      'document_id',
      customers.map((customer) => customer.documentId),
    )
    .orderBy('id')
    .select<Array<{ id: number; document_id: string }>>('id', 'document_id');
  for (const [index, appointment] of coming.entries()) {
    for (let place = 0; place < Math.min(BOOKINGS_EACH, appointment.capacity); place += 1) {
      const customer = rows[(index * BOOKINGS_EACH + place) % rows.length];
      if (!customer) return;
      await bookingsOf(strapi).book({
        appointment: appointment.document_id,
        customer: { id: customer.id, documentId: customer.document_id },
        product: { documentId: product.documentId },
        source: 'own',
        venue: null,
        external: null,
        aggregatorsServed: false,
        actor: null,
      });
    }
  }
}

async function count(strapi: Core.Strapi, table: string): Promise<number> {
  const row: unknown = await strapi.db.connection(table).count({ rows: '*' }).first();
  return Number((row as { rows: number | string }).rows);
}

/** Makes the venue; what is there already stays as it is. */
export async function seedVenue(
  strapi: Core.Strapi,
  activities: TimetableActivity[],
  options: SeedOptions,
): Promise<SeedSummary> {
  const { timeZone, capacity } = options;
  const now = new Date();
  const company = await ensure(strapi, 'company', { name: COMPANY }, {});
  const { name, ...address } = VENUE;
  const venue = await ensure(
    strapi,
    'venue',
    { name },
    { ...address, timeZone, company: company.documentId },
  );
  for (const activity of activities) {
    const made = await ensure(
      strapi,
      'activity',
      { name: activity.name, venue: { documentId: venue.documentId } },
      {
        venue: venue.documentId,
        kind: 'class',
        sport: 'Fitness',
        capacity,
        recurrenceRule: ruleOf(activity, timeZone, now),
      },
    );
    await activitiesOf(strapi).expand(made.documentId);
  }
  const products: Found[] = [];
  for (const { name: product, price } of PRODUCTS) {
    products.push(await ensure(strapi, 'product', { name: product }, { price }));
  }
  const customers: Found[] = [];
  for (const { email, ...rest } of CUSTOMERS) {
    customers.push(await ensure(strapi, 'customer', { email }, rest));
  }
  const [product] = products;
  if (product && (await count(strapi, 'bookings')) === 0) {
    await bookSome(strapi, venue.documentId, customers, product);
  }
  return {
    companyId: company.uuid ?? '',
    venueId: venue.uuid ?? '',
    activities: await count(strapi, 'activities'),
    appointments: await count(strapi, 'appointments'),
    customers: await count(strapi, 'customers'),
    bookings: await count(strapi, 'bookings'),
  };
}
