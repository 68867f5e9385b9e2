import {
  emptyTables,
  makeActivity,
  makeAppointment,
  makeCustomer,
  makePlace,
  makeProduct,
} from '../support/content';
import type { Doc, Place } from '../support/content';
import { codeOf } from '../support/refused';
import type { Refused } from '../support/refused';
import { contentManager, signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

let venue: RunningVenue;
let staff: Staff;
let place: Place;

beforeAll(async () => {
  venue = await startVenue();
  staff = await signInStaff(venue);
}, 60_000);

afterAll(() => venue.stop());

beforeEach(async () => {
  await emptyTables(venue.strapi);
  venue.clock.release();
  place = await makePlace(venue.strapi);
});

async function appointmentRow(documentId: string): Promise<Record<string, unknown>> {
  const row: unknown = await venue.strapi.db
    .connection('appointments')
    .where({ document_id: documentId })
    .first('*');
  return row as Record<string, unknown>;
}

describe('a booking by hand in the content manager', () => {
  let appointment: Doc;
  let customer: Doc;
  let product: Doc;

  beforeEach(async () => {
    const activity = await makeActivity(venue.strapi, place);
    appointment = await makeAppointment(venue, activity, { capacity: 1 });
    customer = await makeCustomer(venue.strapi);
    product = await makeProduct(venue.strapi);
  });

  function book(data: object = {}) {
    const connect = (doc: Doc) => ({ connect: [{ documentId: doc.documentId }], disconnect: [] });
    return staff.post(contentManager('booking'), {
      appointment: connect(appointment),
      customer: connect(customer),
      product: connect(product),
      ...data,
    });
  }

  it('takes the spot like any other, and a full appointment refuses it', async () => {
    const made = await book().expect(201);
    expect((made.body as { data: Doc }).data).toMatchObject({ state: 'confirmed', source: 'own' });
    expect(await appointmentRow(appointment.documentId)).toMatchObject({ booked: 1 });
    expect(await codeOf(book())).toBe('already_booked');
    customer = await makeCustomer(venue.strapi, { lastName: 'Two' });
    expect(await codeOf(book())).toBe('appointment_full');
    expect(await venue.strapi.db.query('api::booking.booking').count()).toBe(1);
  });

  it('is cancelled by its state, once, and frees the spot', async () => {
    const made = await book().expect(201);
    const { documentId } = (made.body as { data: Doc }).data;
    await staff.put(contentManager('booking', documentId), { state: 'cancelled' }).expect(200);
    expect(await appointmentRow(appointment.documentId)).toMatchObject({ booked: 0 });
    await staff.put(contentManager('booking', documentId), { state: 'cancelled' }).expect(200);
    expect(await appointmentRow(appointment.documentId)).toMatchObject({ booked: 0 });
    const back = staff.put(contentManager('booking', documentId), { state: 'confirmed' });
    expect(await codeOf(back)).toBe('booking_cancelled');
    expect(await codeOf(staff.delete(contentManager('booking', documentId)))).toBe('booking_kept');
  });

  it('keeps appointment and customer, and cannot be paid with the product of Onefit', async () => {
    const made = await book().expect(201);
    const { documentId } = (made.body as { data: Doc }).data;
    const other = await makeCustomer(venue.strapi, { lastName: 'Two' });
    const moved = staff.put(contentManager('booking', documentId), {
      customer: { connect: [{ documentId: other.documentId }], disconnect: [] },
    });
    expect(await codeOf(moved)).toBe('booking_keeps_its_place');
    const onefit = (await venue.strapi.db
      .query('api::product.product')
      .findOne({ where: { systemKey: 'onefit' } })) as Doc;
    product = onefit;
    appointment = await makeAppointment(
      venue,
      await makeActivity(venue.strapi, place, { name: 'Yoga' }),
    );
    expect(await codeOf(book())).toBe('product_reserved');
  });

  it('is refused for a cancelled appointment', async () => {
    await staff
      .post(`/front-desk/appointments/${appointment.documentId}/cancel`, { reason: 'Ill' })
      .expect(200);
    expect(await codeOf(book())).toBe('appointment_cancelled');
    const revived = staff.put(contentManager('appointment', appointment.documentId), {
      state: 'scheduled',
    });
    expect(await codeOf(revived)).toBe('appointment_cancelled');
  });

  it('outlives a capacity below what is booked: nothing is cancelled, nothing more is sold', async () => {
    await book().expect(201);
    await staff
      .put(contentManager('appointment', appointment.documentId), { capacity: 0 })
      .expect(200);
    expect(await appointmentRow(appointment.documentId)).toMatchObject({ booked: 1, capacity: 0 });
    customer = await makeCustomer(venue.strapi, { lastName: 'Two' });
    expect(await codeOf(book())).toBe('appointment_full');
  });
});

describe('the system product', () => {
  it('keeps its name and stays; its price may change', async () => {
    const onefit = (await venue.strapi.db
      .query('api::product.product')
      .findOne({ where: { systemKey: 'onefit' } })) as Doc;
    const path = contentManager('product', onefit.documentId);
    expect(await codeOf(staff.put(path, { name: 'Other' }))).toBe('system_product');
    expect(await codeOf(staff.delete(path))).toBe('system_product');
    await staff.put(path, { price: 7.5 }).expect(200);
  });
});

describe('the Onefit ID of a customer', () => {
  it('has one holder, who is named when it is taken', async () => {
    const one = await makeCustomer(venue.strapi, { firstName: 'Anna', lastName: 'One' });
    const two = await makeCustomer(venue.strapi, { firstName: 'Bram', lastName: 'Two' });
    const enter = (customer: Doc, externalId: string) =>
      staff.post(contentManager('customer-aggregator-id'), {
        customer: customer.documentId,
        aggregator: 'onefit',
        externalId,
      });
    await enter(one, ' of-1 ').expect(201);
    const taken = enter(two, 'of-1');
    expect(await codeOf(taken)).toBe('aggregator_id_taken');
    expect(((await taken).body as Refused).error.message).toContain('Anna One');
    expect(await codeOf(enter(two, 'with blank'))).toBe('aggregator_id_invalid');
    await enter(two, 'OF-1').expect(201);
  });
});
