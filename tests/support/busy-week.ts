import { copyRows, insertAll } from './copies';
import { makeActivity, makeAppointment, makeCustomer, makeProduct } from './content';
import type { Doc, Place } from './content';
import type { RunningVenue } from './strapi';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

/**
 * Fills the week from an instant on with appointments, spread evenly.
 *
 * @returns one of them
 */
export async function fillWeek(
  venue: RunningVenue,
  place: Place,
  from: Date,
  appointments: number,
): Promise<Doc> {
  const activity = await makeActivity(venue.strapi, place);
  const first = await makeAppointment(venue, activity, {
    startsAt: from.toISOString(),
    endsAt: new Date(from.getTime() + 50 * MINUTE).toISOString(),
    capacity: 100,
  });
  const step = Math.floor(WEEK / appointments);
  await copyRows(venue, 'appointments', first.documentId, appointments - 1, (index) => {
    const starts = new Date(from.getTime() + (index + 1) * step);
    return { starts_at: starts, ends_at: new Date(starts.getTime() + 50 * MINUTE) };
  });
  return first;
}

/** Relates copies of a booking with what the original is related with. */
async function copyLinks(
  venue: RunningVenue,
  to: 'product' | 'appointment',
  original: number | string,
  copies: Array<{ id: number }>,
): Promise<void> {
  const table = `bookings_${to}_lnk`;
  const row: unknown = await venue.strapi.db
    .connection(table)
    .where({ booking_id: original })
    .first({ related: `${to}_id` });
  const { related } = row as { related: number };
  await insertAll(
    venue,
    table,
    copies.map(({ id }) => ({ booking_id: id, [`${to}_id`]: related })),
  );
}

/** Fills an appointment with bookings, each by a customer of its own; some were cancelled by staff. */
export async function fillSignIn(
  venue: RunningVenue,
  appointment: Doc,
  bookings: { active: number; cancelled: number },
  actor: string,
): Promise<void> {
  const { strapi } = venue;
  const knex = strapi.db.connection;
  const customer = await makeCustomer(strapi, { email: 'a@b.example', note: 'knee' });
  const product = await makeProduct(strapi);
  const first = await strapi.documents('api::booking.booking').create({
    data: {
      appointment: appointment.documentId,
      customer: customer.documentId,
      product: product.documentId,
    } as never,
  });
  const count = bookings.active - 1 + bookings.cancelled;
  const people = await copyRows(venue, 'customers', customer.documentId, count);
  const copies = await copyRows(venue, 'bookings', first.documentId, count, (index) => {
    const isActive = index < bookings.active - 1;
    return {
      customer_key: people[index]?.documentId,
      active_key: isActive ? `${appointment.documentId}:${index}` : null,
      state: isActive ? 'confirmed' : 'late_cancelled',
    };
  });
  await copyLinks(venue, 'product', first.id, copies);
  await copyLinks(venue, 'appointment', first.id, copies);
  await insertAll(
    venue,
    'bookings_customer_lnk',
    copies.map(({ id }, index) => ({
      booking_id: id,
      customer_id: people[index]?.id,
    })),
  );
  await insertAll(
    venue,
    'booking_changes',
    copies.slice(bookings.active - 1).map(({ documentId }) => ({
      document_id: `change-${documentId}`,
      booking_key: documentId,
      state: 'late_cancelled',
      at: venue.clock.now(),
      source: 'own',
      actor,
    })),
  );
  await knex('appointments')
    .where({ document_id: appointment.documentId })
    .update({ booked: bookings.active });
}
