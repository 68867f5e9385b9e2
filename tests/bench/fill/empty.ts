import type { Knex } from 'knex';
import type { BenchDatabase } from '../shared/options';

const MADE_BY_BOOKING = [
  'bookings_appointment_lnk',
  'bookings_customer_lnk',
  'bookings_product_lnk',
  'booking_changes',
  'bookings',
];

/** Takes all bookings away, as if none had been made. */
export async function emptyBookings(knex: Knex, kind: BenchDatabase): Promise<void> {
  if (kind === 'postgres') await knex.raw(`TRUNCATE ${MADE_BY_BOOKING.join(', ')}`);
  else for (const table of MADE_BY_BOOKING) await knex(table).delete();
  await knex('appointments').where('booked', '>', 0).update({ booked: 0, booked_by_aggregator: 0 });
}
