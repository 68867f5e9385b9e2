import { startConnected } from '../support/connected';
import type { Connected } from '../support/connected';
import { makeActivity, makeAppointment, makeCustomer, makeProduct } from '../support/content';
import type { Doc, Place } from '../support/content';
import { member } from '../support/partner';
import { codeOf } from '../support/refused';
import { signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';
import { writingNothing } from '../support/table-dump';

let running: Connected;
let staff: Staff;
let place: Place;
let appointment: Doc;
let customer: Doc;
let product: Doc;

beforeAll(async () => {
  running = await startConnected();
  staff = await signInStaff(running.venue);
}, 60_000);

afterAll(() => running.venue.stop());

beforeEach(async () => {
  place = await running.freshPlace();
  const { strapi } = running.venue;
  const activity = await makeActivity(strapi, place);
  appointment = await makeAppointment(running.venue, activity, { capacity: 3 });
  customer = await makeCustomer(strapi, { firstName: 'Anna', lastName: 'Berg', note: 'knee' });
  product = await makeProduct(strapi);
});

interface Entry {
  documentId: string;
  customer: { documentId: string; firstName: string; note: string | null };
  product: { name: string } | null;
  source: string;
  state: string;
  canCancel: boolean;
  cancelledBy: unknown;
}

const desk = (path: string) => `/front-desk/${path}`;
const ofAppointment = (path: string) => desk(`appointments/${appointment.documentId}/${path}`);

async function book(data: object = {}): Promise<Entry> {
  const body = { customer: customer.documentId, product: product.documentId, ...data };
  const answer = await staff.post(ofAppointment('bookings'), body).expect(201);
  return answer.body as Entry;
}

async function bookThroughOnefit(id: string): Promise<Entry> {
  const { onefit } = running;
  const taken = await onefit.book(place.venue.uuid, `b-${id}`, appointment.documentId, member(id));
  expect(taken.status).toBe(201);
  const found = (await list()).find(({ source }) => source === 'onefit');
  if (!found) throw new Error('The booking is not in the Sign-in.');
  return found;
}

async function list(): Promise<Entry[]> {
  const answer = await staff.get(ofAppointment('sign-in')).expect(200);
  return (answer.body as { bookings: Entry[] }).bookings;
}

describe('the Sign-in', () => {
  it('shows own and Onefit’s bookings together, with note, product and what may be done', async () => {
    await book();
    await bookThroughOnefit('m-1');
    const [own, onefit] = (await list()).sort((one, other) =>
      other.source.localeCompare(one.source),
    );
    expect(own).toMatchObject({
      customer: { firstName: 'Anna', note: 'knee' },
      product: { name: '10-class card' },
      state: 'confirmed',
      canCancel: true,
    });
    expect(onefit).toMatchObject({ product: { name: 'Onefit' }, canCancel: false });
  });

  it('says who cancelled: staff by name, or Onefit', async () => {
    const own = await book();
    await staff.post(desk(`bookings/${own.documentId}/cancel`), { late: true }).expect(200);
    await bookThroughOnefit('m-1');
    const cancelled = await running.onefit.cancel(place.venue.uuid, 'b-m-1');
    expect(cancelled.status).toBe(200);
    const answer = await staff.get(ofAppointment('sign-in')).expect(200);
    const body = answer.body as { bookings: Entry[]; cancelledCount: number };
    const facts = body.bookings.map(({ state, cancelledBy }) => ({ state, cancelledBy }));
    expect(facts).toHaveLength(2);
    expect(facts).toEqual(
      expect.arrayContaining([
        { state: 'late_cancelled', cancelledBy: { staff: 'Sta Ff' } },
        { state: 'cancelled', cancelledBy: { aggregator: 'onefit' } },
      ]),
    );
    expect(body.cancelledCount).toBe(2);
  });

  it('is answered with 304 as long as nothing of it changes, and anew after any change', async () => {
    const booking = await book();
    const changes: Array<() => Promise<unknown>> = [
      () => bookThroughOnefit('m-1'),
      () => staff.post(desk(`bookings/${booking.documentId}/check-in`)).expect(200),
      () => staff.post(desk(`bookings/${booking.documentId}/undo`)).expect(200),
      () =>
        running.venue.strapi
          .documents('api::customer.customer')
          .update({ documentId: customer.documentId, data: { note: 'better' } as never }),
    ];
    const first = await staff.get(ofAppointment('sign-in')).expect(200);
    let tag = first.headers.etag ?? '';
    expect(tag).toMatch(/^".+"$/);
    for (const change of changes) {
      const same = staff.get(ofAppointment('sign-in')).set('If-None-Match', tag);
      expect((await same.expect(304)).text).toBe('');
      await change();
      const other = await staff.get(ofAppointment('sign-in')).set('If-None-Match', tag).expect(200);
      expect(other.headers.etag).not.toBe(tag);
      tag = other.headers.etag ?? '';
    }
  });

  it('does not exist for an appointment that does not', async () => {
    await staff.get(desk('appointments/nothing/sign-in')).expect(404);
    await staff.get(desk('appointments/nothing/sign-in/csv')).expect(404);
  });
});

describe('a booking at the desk', () => {
  it('may be an open visit, for which a product is chosen later', async () => {
    const open = await book({ product: undefined });
    expect(open.product).toBeNull();
    const path = desk(`bookings/${open.documentId}/product`);
    const chosen = await staff.post(path, { product: product.documentId }).expect(200);
    expect(chosen.body).toMatchObject({ product: { name: '10-class card' }, state: 'confirmed' });
    const other = await makeProduct(running.venue.strapi, { name: 'Drop-in' });
    await staff.post(path, { product: other.documentId }).expect(200);
    expect((await list())[0]?.product?.name).toBe('Drop-in');
  });

  it('is refused without a customer, for an unknown one, and with the product of Onefit', async () => {
    const onefit = (await running.venue.strapi.db
      .query('api::product.product')
      .findOne({ where: { systemKey: 'onefit' } })) as Doc;
    const refused = (body: object) =>
      writingNothing(running.venue.strapi, () =>
        codeOf(staff.post(ofAppointment('bookings'), body)),
      );
    const id = customer.documentId;
    expect(await refused({})).toBe('invalid_request');
    expect(await refused({ customer: id, more: 1 })).toBe('invalid_request');
    expect(await refused({ customer: 'nobody' })).toBe('customer_not_found');
    expect(await refused({ customer: id, product: 'none' })).toBe('product_not_found');
    expect(await refused({ customer: id, product: onefit.documentId })).toBe('product_reserved');
  });

  it('keeps its product when it is Onefit’s, or cancelled', async () => {
    const onefit = await bookThroughOnefit('m-1');
    const choose = (booking: Entry, chosen = product.documentId) =>
      codeOf(staff.post(desk(`bookings/${booking.documentId}/product`), { product: chosen }));
    expect(await choose(onefit)).toBe('onefit_booking_locked');
    const own = await book({ product: null });
    expect(await choose(own, '')).toBe('invalid_request');
    expect(await choose(own, 'none')).toBe('product_not_found');
    expect(await choose({ ...own, documentId: 'none' })).toBe('booking_not_found');
    await staff.post(desk(`bookings/${own.documentId}/cancel`)).expect(200);
    expect(await choose(own)).toBe('booking_cancelled');
  });

  it('cannot be cancelled when it is Onefit’s, or once the customer is there', async () => {
    const onefit = await bookThroughOnefit('m-1');
    const cancel = (booking: Entry) =>
      codeOf(staff.post(desk(`bookings/${booking.documentId}/cancel`)));
    expect(await cancel(onefit)).toBe('onefit_booking_locked');
    const own = await book();
    await staff.post(desk(`bookings/${own.documentId}/check-in`)).expect(200);
    expect(await cancel(own)).toBe('cancellation_not_permitted');
    const early = codeOf(staff.post(desk(`bookings/${own.documentId}/no-show`)));
    expect(await early).toBe('appointment_not_started');
  });
});

describe('the spreadsheet', () => {
  it('has one line a booking, in the language asked for, and no cell that is a formula', async () => {
    await makeCustomer(running.venue.strapi, {});
    customer = await makeCustomer(running.venue.strapi, {
      firstName: '=HYPERLINK("http://evil.example")',
      lastName: '+31 "Quote"; Semicolon',
      email: 'a@b.example',
    });
    await book({ product: null });
    const answer = await staff.get(ofAppointment('sign-in/csv?language=nl')).expect(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain('attachment');
    const [head, line, end] = answer.text.split('\r\n');
    expect(head).toMatch(/^\uFEFF?Activiteit;Begin \(Europe\/Amsterdam\);Achternaam/);
    expect(line).toContain('"\'+31 ""Quote""; Semicolon"');
    expect(line).toContain('"\'=HYPERLINK(""http://evil.example"")"');
    expect(line).toContain('a@b.example;;Geen product;Geboekt;');
    expect(end).toBeUndefined();
    const wrong = codeOf(staff.get(ofAppointment('sign-in/csv?language=xx')));
    expect(await wrong).toBe('invalid_request');
  });
});
