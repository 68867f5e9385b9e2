import { dialectOf } from '../venue/dialect';
import { instant } from '../venue/ports';
import type { BookingRow } from '../venue/ports';
import { writeBookingCursor } from '../wire/cursor';
import type {
  getBooking as getOperation,
  listBookings as listOperation,
} from '../wire/operations/bookings';
import { resolveBookingsQuery } from '../wire/schemas/queries';
import { bookingAnswer } from './booking-answer';
import { servedVenue } from './context';
import type { Handler } from './context';
import { placedBooking } from './known-booking';

/** `GET /venues/{venueId}/bookings/{bookingId}` */
export const getBooking: Handler<typeof getOperation> = async (inbound, { params }) => {
  const knex = inbound.strapi.db.connection;
  const served = await servedVenue(knex, params.venueId);
  const booking = await placedBooking(inbound, knex, served, params.bookingId);
  return { status: 200, body: bookingAnswer(booking) };
};

/** `GET /venues/{venueId}/bookings`, ordered by modification, then id. */
export const listBookings: Handler<typeof listOperation> = async (inbound, { params, query }) => {
  const knex = inbound.strapi.db.connection;
  const served = await servedVenue(knex, params.venueId);
  const wanted = resolveBookingsQuery(query, { venueId: params.venueId });
  const list = knex('bookings')
    .where({ venue_key: served.venueKey, source: 'onefit' })
    .whereNotNull('appointment_key')
    .orderBy(['modified_at', 'external_id'])
    .limit(wanted.limit + 1)
    .select('*');
  if (wanted.sessionId !== null) {
    list.where({ appointment_key: wanted.sessionId });
    // By its index they find a session's id in another case, too.
    if (dialectOf(knex) === 'mysql') {
      list.whereRaw('CAST(appointment_key AS BINARY) = ?', [wanted.sessionId]);
    }
  }
  if (wanted.modifiedSince) list.where('modified_at', '>=', wanted.modifiedSince);
  const { after } = wanted;
  if (after) {
    list.where(
      (later) =>
        void later
          .where('modified_at', '>', after.modifiedAt)
          .orWhere(
            (same) =>
              void same.where('modified_at', after.modifiedAt).where('external_id', '>', after.id),
          ),
    );
  }
  const rows = (await list) as BookingRow[];
  const page = rows.slice(0, wanted.limit);
  const last = page[page.length - 1];
  return {
    status: 200,
    body: {
      bookings: page.map((row) => bookingAnswer(row)),
      nextCursor:
        last && rows.length > wanted.limit
          ? writeBookingCursor(
              { modifiedAt: instant(last.modified_at), id: last.external_id ?? '' },
              params.venueId,
            )
          : null,
    },
  };
};
