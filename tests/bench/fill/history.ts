import type { Knex } from 'knex';
import type { BenchDatabase } from '../shared/options';
import { relateBookings } from './relations';
import { dialectOf, documentColumns, insertSelect, insertSeries } from './series';
import { insertAppointments, VENUE_KEY } from './venue';
import { CUSTOMER, CUSTOMER_DIGITS, PAST, SESSION_DIGITS } from './names';

const BOOKINGS_EACH = 10;
/** Minutes between one appointment and the next. */
const SPACING = 25;

/** What a venue has that has been at it for some time: appointments, most of them past, ten booked. */
export async function fillHistory(
  knex: Knex,
  kind: BenchDatabase,
  { appointments, members }: { appointments: number; members: number },
): Promise<void> {
  const { randomId, at, padded } = dialectOf(kind);
  const now = at(new Date(), '0');
  const before = Math.round(appointments * 0.9) * SPACING;
  await insertAppointments(knex, kind, appointments, {
    document_id: `'${PAST}' || ${padded('i', SESSION_DIGITS)}`,
    startsInMinutes: `i * ${SPACING} - ${before}`,
    capacity: '16',
  });
  const member = `((i / ${BOOKINGS_EACH}) * 13 + (i % ${BOOKINGS_EACH}) * 4999) % ${members}`;
  const customer = `'${CUSTOMER}' || ${padded(member, CUSTOMER_DIGITS)}`;
  const appointment = `'${PAST}' || ${padded(`i / ${BOOKINGS_EACH}`, SESSION_DIGITS)}`;
  await insertSeries(knex, 'bookings', appointments * BOOKINGS_EACH, {
    document_id: randomId,
    ...documentColumns(now),
    state: "'confirmed'",
    source: "'onefit'",
    external_id: "'past-' || i",
    member_id: `'m-' || (${member})`,
    appointment_key: appointment,
    customer_key: customer,
    venue_key: `'${VENUE_KEY}'`,
    external_key: "'onefit:past-' || i",
    active_key: `${appointment} || ':' || ${customer}`,
    booked_at: now,
    modified_at: at(new Date(), '-i'),
  });
  await relateBookings(knex);
  await insertSelect(
    knex,
    'bookings_product_lnk',
    { booking_id: 'b.id', product_id: 'p.id' },
    "FROM bookings b, products p WHERE p.system_key = 'onefit'",
  );
  await insertSelect(
    knex,
    'booking_changes',
    {
      document_id: randomId,
      ...documentColumns(now),
      booking_key: 'b.document_id',
      state: 'b.state',
      at: 'b.booked_at',
      source: "'onefit'",
    },
    'FROM bookings b',
  );
  await knex('appointments')
    .where('document_id', 'like', `${PAST}%`)
    .update({ booked: BOOKINGS_EACH, booked_by_aggregator: BOOKINGS_EACH });
}
