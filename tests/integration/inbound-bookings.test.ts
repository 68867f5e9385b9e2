import {
  emptyTables,
  makeActivity,
  makeAppointment,
  makeCustomer,
  makePlace,
  makeProduct,
} from '../support/content';
import type { Doc, Place } from '../support/content';
import { createPartner, member } from '../support/partner';
import type { Partner } from '../support/partner';
import { signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

let venue: RunningVenue;
let staff: Staff;
let onefit: Partner;
let place: Place;
let activity: Doc;
let uuid: string;

beforeAll(async () => {
  venue = await startVenue();
  staff = await signInStaff(venue);
  onefit = createPartner(venue.url, venue.clock.now);
}, 60_000);

afterAll(() => venue.stop());

beforeEach(async () => {
  await emptyTables(venue.strapi);
  venue.clock.release();
  place = await makePlace(venue.strapi);
  uuid = place.venue.uuid;
  await staff
    .post('/onefit-aggregator/extension-order', { contactEmail: 'a@b.example' })
    .expect(201);
  expect((await onefit.link(uuid, place.company.uuid)).status).toBe(200);
  activity = await makeActivity(venue.strapi, place);
});

describe('booking', () => {
  it('books a new member: 201, the customer is made, the spot is taken on both sides', async () => {
    const session = await makeAppointment(venue, activity, { capacity: 2 });
    const booked = await onefit.book(
      uuid,
      'b-1',
      session.documentId,
      member('m-1', { email: 'm@x.example' }),
    );
    expect(booked.status).toBe(201);
    expect(booked.body).toMatchObject({
      id: 'b-1',
      sessionId: session.documentId,
      status: 'confirmed',
      member: { id: 'm-1' },
      product: 'Onefit',
    });
    const seen = await onefit.session(uuid, session.documentId);
    expect(seen.body).toMatchObject({ totalSpots: 2, availableSpots: 1, status: 'scheduled' });
    const signIn = await staff
      .get(`/front-desk/appointments/${session.documentId}/sign-in`)
      .expect(200);
    expect(signIn.body).toMatchObject({
      appointment: { booked: 1, bookedByOnefit: 1 },
      bookings: [
        {
          source: 'onefit',
          canCancel: false,
          product: { name: 'Onefit' },
          customer: { lastName: 'Ber m-1' },
        },
      ],
    });
  });

  it('answers a repeat with the same booking and takes no second spot', async () => {
    const session = await makeAppointment(venue, activity);
    const first = await onefit.book(uuid, 'b-1', session.documentId, member('m-1'));
    const again = await onefit.book(uuid, 'b-1', session.documentId, member('m-1'));
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect((await onefit.session(uuid, session.documentId)).body).toMatchObject({
      availableSpots: 15,
    });
  });

  it('finds the customer who holds the Onefit ID by hand and makes none', async () => {
    const session = await makeAppointment(venue, activity);
    const customer = await makeCustomer(venue.strapi);
    await staff
      .post(
        '/content-manager/collection-types/api::customer-aggregator-id.customer-aggregator-id',
        {
          customer: customer.documentId,
          aggregator: 'onefit',
          externalId: 'm-7',
        },
      )
      .expect(201);
    expect((await onefit.book(uuid, 'b-1', session.documentId, member('m-7'))).status).toBe(201);
    expect(await venue.strapi.db.query('api::customer.customer').count()).toBe(1);
  });

  it('refuses in the contract’s order, and writes nothing', async () => {
    const session = await makeAppointment(venue, activity, { capacity: 1 });
    await onefit.book(uuid, 'b-1', session.documentId, member('m-1'));
    const full = await onefit.book(uuid, 'b-2', session.documentId, member('m-2'));
    expect([full.status, full.body.code]).toEqual([409, 'session_full']);
    const twice = await onefit.book(uuid, 'b-3', session.documentId, member('m-1'));
    expect([twice.status, twice.body.code]).toEqual([409, 'already_booked']);
    const other = await onefit.book(uuid, 'b-1', session.documentId, member('m-2'));
    expect([other.status, other.body.code]).toEqual([422, 'booking_mismatch']);
    expect(await venue.strapi.db.query('api::customer.customer').count()).toBe(1);
    expect(await venue.strapi.db.query('api::booking.booking').count()).toBe(1);
  });
});

describe('cancelling', () => {
  it('frees the spot once and never brings the booking back', async () => {
    const session = await makeAppointment(venue, activity, { capacity: 1 });
    await onefit.book(uuid, 'b-1', session.documentId, member('m-1'));
    const late = await onefit.cancel(uuid, 'b-1', true);
    const again = await onefit.cancel(uuid, 'b-1', false);
    expect([late.status, late.body.status]).toEqual([200, 'late_cancelled']);
    expect(again.body).toEqual(late.body);
    expect((await onefit.book(uuid, 'b-1', session.documentId, member('m-1'))).body).toMatchObject({
      status: 'late_cancelled',
    });
    expect((await onefit.session(uuid, session.documentId)).body).toMatchObject({
      availableSpots: 1,
    });
    expect((await onefit.book(uuid, 'b-2', session.documentId, member('m-1'))).status).toBe(201);
  });

  it('notes a cancellation that comes before its booking', async () => {
    const session = await makeAppointment(venue, activity);
    expect((await onefit.cancel(uuid, 'b-9')).status).toBe(202);
    expect((await onefit.booking(uuid, 'b-9')).status).toBe(404);
    const late = await onefit.book(uuid, 'b-9', session.documentId, member('m-1'));
    expect([late.status, late.body.status]).toEqual([200, 'cancelled']);
    expect((await onefit.session(uuid, session.documentId)).body).toMatchObject({
      availableSpots: 16,
    });
    const mismatch = await onefit.book(uuid, 'b-9', session.documentId, member('m-2'));
    expect(mismatch.body.code).toBe('booking_mismatch');
  });

  it('is not for staff, singly or in bulk, and the refusal says why', async () => {
    const session = await makeAppointment(venue, activity);
    await onefit.book(uuid, 'b-1', session.documentId, member('m-1'));
    const signIn = await staff.get(`/front-desk/appointments/${session.documentId}/sign-in`);
    const [{ documentId }] = (signIn.body as { bookings: [Doc] }).bookings;
    const desk = await staff.post(`/front-desk/bookings/${documentId}/cancel`).expect(400);
    expect(desk.body).toMatchObject({ error: { details: { code: 'onefit_booking_locked' } } });
    const type = '/content-manager/collection-types/api::booking.booking';
    await staff.put(`${type}/${documentId}`, { state: 'cancelled' }).expect(400);
    await staff.delete(`${type}/${documentId}`).expect(400);
    const bulk = await staff
      .post(`${type}/actions/bulkDelete`, { documentIds: [documentId] })
      .expect(400);
    expect(bulk.body).toMatchObject({
      error: { message: expect.stringContaining('Only Onefit or the member') as string },
    });
    expect((await onefit.booking(uuid, 'b-1')).body).toMatchObject({ status: 'confirmed' });
  });
});

describe('an appointment that staff cancel', () => {
  it('ends its bookings and takes no more', async () => {
    const session = await makeAppointment(venue, activity);
    const customer = await makeCustomer(venue.strapi);
    const product = await makeProduct(venue.strapi);
    await onefit.book(uuid, 'b-1', session.documentId, member('m-1'));
    await staff
      .post(`/front-desk/appointments/${session.documentId}/bookings`, {
        customer: customer.documentId,
        product: product.documentId,
      })
      .expect(201);
    const route = `/front-desk/appointments/${session.documentId}/cancel`;
    const asked = await staff.post(route, { reason: 'Teacher ill' }).expect(400);
    expect(asked.body).toMatchObject({
      error: { details: { code: 'confirmation_required', own: 1, onefit: 1 } },
    });
    const done = await staff.post(route, { reason: 'Teacher ill', confirm: true }).expect(200);
    expect(done.body).toEqual({ changed: true, own: 1, onefit: 1 });
    expect((await onefit.booking(uuid, 'b-1')).body).toMatchObject({
      status: 'cancelled_by_venue',
    });
    const refused = await onefit.book(uuid, 'b-2', session.documentId, member('m-2'));
    expect([refused.status, refused.body.code]).toEqual([410, 'session_cancelled']);
    expect((await onefit.session(uuid, session.documentId)).body).toMatchObject({
      status: 'cancelled',
      cancellationReason: 'Teacher ill',
      availableSpots: 0,
    });
  });
});
