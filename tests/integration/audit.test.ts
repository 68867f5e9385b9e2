import { auditBookings } from '../../src/api/booking/domain/audit';
import { startConnected } from '../support/connected';
import type { Connected } from '../support/connected';
import { makeActivity, makeAppointment } from '../support/content';
import { member } from '../support/partner';

let running: Connected;

beforeAll(async () => {
  running = await startConnected();
}, 60_000);

afterAll(() => running.venue.stop());

/** One appointment with one Onefit booking, and its row's document id. */
async function booked() {
  const place = await running.freshPlace();
  const activity = await makeActivity(running.venue.strapi, place);
  const session = await makeAppointment(running.venue, activity);
  const answer = await running.onefit.book(
    place.venue.uuid,
    'b-1',
    session.documentId,
    member('m-1'),
  );
  expect(answer.status).toBe(201);
  return session.documentId;
}

const knex = () => running.venue.strapi.db.connection;

describe('the audit', () => {
  it('finds nothing where everything is as it must be', async () => {
    await booked();
    expect(await auditBookings(knex())).toEqual([]);
  });

  it('finds a counter that differs from the rows', async () => {
    const subject = await booked();
    await knex()('appointments').update({ booked_by_aggregator: 0 });
    expect(await auditBookings(knex())).toMatchObject([{ kind: 'counter_differs', subject }]);
  });

  it('finds an active booking without its key', async () => {
    await booked();
    await knex()('bookings').update({ active_key: null });
    expect(await auditBookings(knex())).toMatchObject([{ kind: 'active_key_differs' }]);
  });

  it('finds an active booking of a cancelled appointment, and of one that is gone', async () => {
    await booked();
    await knex()('appointments').update({ state: 'cancelled' });
    expect(await auditBookings(knex())).toMatchObject([{ kind: 'active_in_cancelled' }]);
    await knex()('appointments').delete();
    expect(await auditBookings(knex())).toMatchObject([{ kind: 'no_appointment' }]);
  });
});
