import type { Knex } from 'knex';
import { insertSelect } from './series';

/** Relates all bookings with their appointments and customers, as their keys say. */
export async function relateBookings(knex: Knex): Promise<void> {
  await insertSelect(
    knex,
    'bookings_appointment_lnk',
    { booking_id: 'b.id', appointment_id: 'a.id' },
    'FROM bookings b JOIN appointments a ON a.document_id = b.appointment_key',
  );
  await insertSelect(
    knex,
    'bookings_customer_lnk',
    { booking_id: 'b.id', customer_id: 'c.id' },
    'FROM bookings b JOIN customers c ON c.document_id = b.customer_key',
  );
}

/** Relates all Onefit IDs with their customers, as their keys say. */
export async function relateIds(knex: Knex): Promise<void> {
  await insertSelect(
    knex,
    'customer_aggregator_ids_customer_lnk',
    { customer_aggregator_id_id: 'h.id', customer_id: 'c.id' },
    'FROM customer_aggregator_ids h JOIN customers c ON c.document_id = h.customer_key',
  );
}
