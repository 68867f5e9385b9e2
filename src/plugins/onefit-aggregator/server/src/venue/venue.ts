import type { Core } from '@strapi/strapi';
import type { Appointments, Bookings, Customers, Products } from './ports';

/** The services of the venue that this plugin works with. Only this file names the venue's types. */
const SERVICES = {
  bookings: 'api::booking.booking',
  appointments: 'api::appointment.appointment',
  customers: 'api::customer.customer',
  products: 'api::product.product',
} as const;

/** The content types of the venue whose tables this plugin reads, those of its services included. */
const TYPES = [
  'api::activity.activity',
  'api::appointment.appointment',
  'api::booking.booking',
  'api::booking-change.booking-change',
  'api::company.company',
  'api::customer.customer',
  'api::customer-aggregator-id.customer-aggregator-id',
  'api::product.product',
  'api::venue.venue',
];

/** The types whose forms hold a registration rule. */
export const TYPES_WITH_RULES = ['api::activity.activity', 'api::appointment.appointment'];

/** The venue's own services: it decides, this plugin asks. */
export interface Venue {
  bookings: Bookings;
  appointments: Appointments;
  customers: Customers;
  products: Products;
}

/** What is asked of each service; the compiler sees that none of its port is left out. */
const FUNCTIONS: { [Name in keyof Venue]: Record<keyof Venue[Name], true> } = {
  bookings: {
    transaction: true,
    isTransient: true,
    onOutcome: true,
    readByExternalId: true,
    look: true,
    recordCancelledUnseen: true,
    fillCancelledUnseen: true,
    forgetTombstones: true,
    book: true,
    cancel: true,
    checkIn: true,
  },
  appointments: { resolveStale: true, onChanged: true },
  customers: { merge: true, onLeaving: true, createWithAggregatorId: true, forgetErased: true },
  products: { ensureSystemProduct: true },
};

/** What this plugin needs and the project around it does not have. */
export interface Lacking {
  types: string[];
  /** of services: `api::product.product → ensureSystemProduct` */
  functions: string[];
}

function lackingFunctions(strapi: Core.Strapi): string[] {
  return Object.entries(SERVICES).flatMap(([name, uid]) => {
    const service = strapi.service(uid) as unknown as Record<string, unknown> | undefined;
    return Object.keys(FUNCTIONS[name as keyof Venue])
      .filter((wanted) => typeof service?.[wanted] !== 'function')
      .map((wanted) => `${uid} → ${wanted}`);
  });
}

/** Looks whether the project has what this plugin stands on; null when nothing is missing. */
export function lackingOf(strapi: Core.Strapi): Lacking | null {
  const types = TYPES.filter((uid) => !(uid in strapi.contentTypes));
  // Without its type a service is not worth a word.
  const functions = types.length > 0 ? [] : lackingFunctions(strapi);
  return types.length + functions.length > 0 ? { types, functions } : null;
}

/** The venue's services. Call it once {@link lackingOf} finds nothing. */
export function venueOf(strapi: Core.Strapi): Venue {
  const service = (name: keyof typeof SERVICES) =>
    strapi.service(SERVICES[name]) as unknown as Venue[typeof name];
  return {
    bookings: service('bookings') as Bookings,
    appointments: service('appointments') as Appointments,
    customers: service('customers') as Customers,
    products: service('products') as Products,
  };
}
