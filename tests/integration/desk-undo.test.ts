import { startConnected } from '../support/connected';
import type { Connected } from '../support/connected';
import { makeActivity, makeAppointment, makeCustomer, makeProduct } from '../support/content';
import type { Doc, Place } from '../support/content';
import { member } from '../support/partner';
import { codeOf } from '../support/refused';
import { signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';
import { writingNothing } from '../support/table-dump';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let running: Connected;
let staff: Staff;
let place: Place;
let appointment: Doc;

beforeAll(async () => {
  running = await startConnected();
  staff = await signInStaff(running.venue);
}, 60_000);

afterAll(() => running.venue.stop());

beforeEach(async () => {
  place = await running.freshPlace();
  const activity = await makeActivity(running.venue.strapi, place);
  appointment = await makeAppointment(running.venue, activity, { capacity: 1 });
});

const knex = () => running.venue.strapi.db.connection;

/** Books a new customer of the venue and gives the booking's id. */
async function bookOwn(): Promise<string> {
  const { strapi } = running.venue;
  const body = {
    customer: (await makeCustomer(strapi)).documentId,
    product: (await makeProduct(strapi)).documentId,
  };
  const path = `/front-desk/appointments/${appointment.documentId}/bookings`;
  const answer = await staff.post(path, body).expect(201);
  return (answer.body as Doc).documentId;
}

async function bookThroughOnefit(): Promise<string> {
  const { uuid } = place.venue;
  await running.onefit.book(uuid, 'b-1', appointment.documentId, member('m-1'));
  const row: unknown = await knex()('bookings').where({ external_id: 'b-1' }).first('document_id');
  return (row as { document_id: string }).document_id;
}

const act = (booking: string, what: string, by = staff) =>
  by.post(`/front-desk/bookings/${booking}/${what}`);

async function historyOf(booking: string): Promise<string[]> {
  const rows = await knex()('booking_changes')
    .where({ booking_key: booking })
    .orderBy('id')
    .select<Array<{ state: string }>>('state');
  return rows.map(({ state }) => state);
}

async function booked(): Promise<number> {
  const row: unknown = await knex()('appointments')
    .where({ document_id: appointment.documentId })
    .first('booked');
  return (row as { booked: number }).booked;
}

describe('undo', () => {
  it('takes presence back, and keeps both in the history', async () => {
    const booking = await bookOwn();
    await act(booking, 'check-in').expect(200);
    const undone = await act(booking, 'undo').expect(200);
    expect(undone.body).toMatchObject({ documentId: booking, state: 'confirmed', canCancel: true });
    expect(await historyOf(booking)).toEqual(['confirmed', 'checked_in', 'confirmed']);
    expect(await codeOf(act(booking, 'undo'))).toBe('nothing_to_undo');
  });

  it('takes a no-show back to what stood before it', async () => {
    const booking = await bookOwn();
    await act(booking, 'check-in').expect(200);
    running.venue.clock.advance(26 * HOUR);
    await act(booking, 'no-show').expect(200);
    const undone = await act(booking, 'undo').expect(200);
    expect(undone.body).toMatchObject({ state: 'checked_in' });
  });

  it('cancels a booking that was just made', async () => {
    const booking = await bookOwn();
    const undone = await act(booking, 'undo').expect(200);
    expect(undone.body).toMatchObject({ documentId: booking, state: 'cancelled' });
    expect(await booked()).toBe(0);
  });

  it('books anew after a cancellation: the cancelled booking stays cancelled', async () => {
    const booking = await bookOwn();
    await act(booking, 'cancel').expect(200);
    const undone = await act(booking, 'undo').expect(200);
    expect(undone.body).toMatchObject({
      state: 'confirmed',
      product: { name: '10-class card' },
    });
    expect((undone.body as Doc).documentId).not.toBe(booking);
    expect(await historyOf(booking)).toEqual(['confirmed', 'cancelled']);
    expect(await booked()).toBe(1);
    expect(await codeOf(act(booking, 'undo'))).toBe('already_booked');
  });

  it('cannot book anew where somebody else has taken the place', async () => {
    const booking = await bookOwn();
    await act(booking, 'cancel').expect(200);
    await bookOwn();
    await writingNothing(running.venue.strapi, async () => {
      expect(await codeOf(act(booking, 'undo'))).toBe('appointment_full');
    });
  });

  it('is for ten minutes, and for whoever did it', async () => {
    const booking = await bookOwn();
    await act(booking, 'check-in').expect(200);
    const other = await signInStaff(running.venue);
    expect(await codeOf(act(booking, 'undo', other))).toBe('nothing_to_undo');
    running.venue.clock.advance(10 * MINUTE + 1000);
    await writingNothing(running.venue.strapi, async () => {
      expect(await codeOf(act(booking, 'undo'))).toBe('undo_too_late');
    });
    expect(await codeOf(act('none', 'undo'))).toBe('booking_not_found');
  });

  it('does not touch what Onefit or the whole appointment’s cancellation did', async () => {
    const booking = await bookThroughOnefit();
    expect(await codeOf(act(booking, 'undo'))).toBe('nothing_to_undo');
    await staff
      .post(`/front-desk/appointments/${appointment.documentId}/cancel`, {
        reason: 'Ill',
        confirm: true,
      })
      .expect(200);
    expect(await codeOf(act(booking, 'undo'))).toBe('nothing_to_undo');
    expect(await historyOf(booking)).toEqual(['confirmed', 'cancelled_by_venue']);
  });

  it('takes presence of a Onefit member back: Onefit reads so, and hears the next outcome', async () => {
    const booking = await bookThroughOnefit();
    await act(booking, 'check-in').expect(200);
    await act(booking, 'undo').expect(200);
    const { uuid } = place.venue;
    const read = await running.onefit.call('GET', `/venues/${uuid}/bookings/b-1`);
    expect(read.body).toMatchObject({ status: 'confirmed' });
    const desired = async () => {
      const row: unknown = await knex()('onefit_sync_records')
        .where({ kind: 'booking', subject: booking })
        .first('desired_version');
      return (row as { desired_version: number }).desired_version;
    };
    const before = await desired();
    await act(booking, 'check-in').expect(200);
    expect(await desired()).toBeGreaterThan(before);
  });
});

describe('a mark of presence or absence', () => {
  it('is cleared however long ago it was, by anybody at the desk', async () => {
    const booking = await bookOwn();
    await act(booking, 'check-in').expect(200);
    running.venue.clock.advance(26 * HOUR);
    const other = await signInStaff(running.venue);
    const cleared = await act(booking, 'clear', other).expect(200);
    expect(cleared.body).toMatchObject({
      documentId: booking,
      state: 'confirmed',
      canCancel: true,
    });
    await act(booking, 'no-show').expect(200);
    await act(booking, 'clear').expect(200);
    const history = ['confirmed', 'checked_in', 'confirmed', 'no_show', 'confirmed'];
    expect(await historyOf(booking)).toEqual(history);
    await act(booking, 'clear').expect(200);
    expect(await historyOf(booking)).toEqual(history);
    expect(await booked()).toBe(1);
  });

  it('is cleared for a member of Onefit, who reads it', async () => {
    const booking = await bookThroughOnefit();
    await act(booking, 'check-in').expect(200);
    await act(booking, 'clear').expect(200);
    const read = await running.onefit.call('GET', `/venues/${place.venue.uuid}/bookings/b-1`);
    expect(read.body).toMatchObject({ status: 'confirmed' });
  });

  it('is none on a cancelled booking, which stays as it is', async () => {
    const booking = await bookOwn();
    await act(booking, 'cancel').expect(200);
    await writingNothing(running.venue.strapi, async () => {
      expect(await codeOf(act(booking, 'clear'))).toBe('booking_cancelled');
      expect(await codeOf(act('none', 'clear'))).toBe('booking_not_found');
    });
  });
});
