import type { Trx } from './trx';

/** The tables in which Strapi keeps the relations that the domain writes by itself. */
export const LINKS = {
  bookingAppointment: {
    table: 'bookings_appointment_lnk',
    from: 'booking_id',
    to: 'appointment_id',
  },
  bookingCustomer: { table: 'bookings_customer_lnk', from: 'booking_id', to: 'customer_id' },
  bookingProduct: { table: 'bookings_product_lnk', from: 'booking_id', to: 'product_id' },
  appointmentActivity: {
    table: 'appointments_activity_lnk',
    from: 'appointment_id',
    to: 'activity_id',
  },
  aggregatorIdCustomer: {
    table: 'customer_aggregator_ids_customer_lnk',
    from: 'customer_aggregator_id_id',
    to: 'customer_id',
  },
} as const;

export type Link = (typeof LINKS)[keyof typeof LINKS];

/** The row of a relation that is written together with the document it begins at. */
export function linkRow(link: Link, to: number) {
  return { table: link.table, owner: link.from, columns: { [link.to]: to } };
}

/** Relates one row with another, as Strapi's relation field does. */
export async function relate(trx: Trx, link: Link, from: number, to: number): Promise<void> {
  await trx(link.table).insert({ [link.from]: from, [link.to]: to });
}
