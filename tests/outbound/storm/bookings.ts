import type { Move } from './edits';
import type { Storm } from './storm';

/** A booking of the venue that still holds its spot. */
async function activeBooking({ stage, place, random }: Storm, source: 'own' | 'onefit') {
  const rows: Array<{ documentId: string; externalId: string | null }> = await stage
    .knex('bookings')
    .join('appointments', 'appointments.document_id', 'bookings.appointment_key')
    .where({
      'appointments.venue_key': place.venue.documentId,
      'bookings.source': source,
      'bookings.state': 'confirmed',
    })
    .orderBy('bookings.id')
    .select({
      documentId: 'bookings.document_id',
      externalId: 'bookings.external_id',
    });
  return rows.length === 0 ? null : random.pick(rows);
}

/** A member books at Onefit. */
export const book: Move = async (storm) => {
  const { random, stage, place } = storm;
  const target = await storm.target(() => true);
  if (!target) return;
  const id = `m-${storm.seed}-${random.between(1, 12)}`;
  const booking = {
    venueId: place.venue.uuid,
    sessionId: target.documentId,
    bookingId: storm.nextBooking(),
    member: { id, firstName: 'Mem', lastName: `Ber ${id}` },
  };
  await storm.askAtOnefit(() => stage.sandbox.control('POST', '/bookings', booking));
};

/** A member cancels at Onefit. */
export const cancelAtOnefit: Move = async (storm) => {
  const booking = await activeBooking(storm, 'onefit');
  if (!booking?.externalId) return;
  const path = `/bookings/${booking.externalId}/cancel`;
  await storm.askAtOnefit(() => storm.stage.sandbox.control('POST', path, {}));
};

/** A customer of the venue's own books at the desk. */
export const bookAtDesk: Move = async (storm) => {
  const target = await storm.target();
  if (!target) return;
  const { customers, product } = storm.town;
  const customer = storm.random.pick(customers);
  const path = `/front-desk/appointments/${target.documentId}/bookings`;
  await storm.ask(storm.desk().post(path, { customer, product }));
};

export const cancelAtDesk: Move = async (storm) => {
  const booking = await activeBooking(storm, 'own');
  if (!booking) return;
  await storm.ask(storm.desk().post(`/front-desk/bookings/${booking.documentId}/cancel`));
};

/** Staff tick a member off, which Onefit is told. */
export const checkIn: Move = async (storm) => {
  const booking = await activeBooking(storm, 'onefit');
  if (!booking) return;
  await storm.ask(storm.desk().post(`/front-desk/bookings/${booking.documentId}/check-in`));
};
