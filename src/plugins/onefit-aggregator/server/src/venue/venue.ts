import type { Core } from '@strapi/strapi';
import type { Appointments, Bookings, Customers, Products } from './ports';

/** The services of the venue that this plugin works with. Only this file names their types. */
const SERVICES = {
  bookings: 'api::booking.booking',
  appointments: 'api::appointment.appointment',
  customers: 'api::customer.customer',
  products: 'api::product.product',
} as const;

/** The venue's own services: it decides, this plugin asks. */
export interface Venue {
  bookings: Bookings;
  appointments: Appointments;
  customers: Customers;
  products: Products;
}

/** The content types that this plugin needs and the project does not have. */
export function missingTypes(strapi: Core.Strapi): string[] {
  return Object.values(SERVICES).filter((uid) => !(uid in strapi.contentTypes));
}

/** The venue's services. Call it once {@link missingTypes} gives none. */
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
