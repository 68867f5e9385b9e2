import type { Knex } from 'knex';
import type { Test } from 'supertest';
import { bookingsOf, ownBooking } from '../support/booking-service';
import { makeActivity, makeAppointment, makeCustomer } from '../support/content';
import type { Doc } from '../support/content';
import { linkedSuite } from '../support/linked-suite';
import { member } from '../support/partner';
import { meanwhile, onServers } from '../support/side-by-side';
import { contentManager, signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';

/**
 * A booking is under way, its transaction still open, when staff take away what it stands on. Staff wait
 * for it, see it, and nothing that was booked ends up nowhere.
 */
const suite = linkedSuite();
let staff: Staff;
let activity: Doc;
let session: Doc;
let customer: Doc & { id: number };

beforeAll(async () => {
  staff = await signInStaff(suite.venue);
});

beforeEach(async () => {
  activity = await makeActivity(suite.venue.strapi, suite.linked);
  session = await makeAppointment(suite.venue, activity);
  customer = (await makeCustomer(suite.venue.strapi)) as typeof customer;
});

const bookings = () => bookingsOf(suite.venue.strapi);
const bookOwn = () => bookings().book(ownBooking(session, customer));

interface Answer {
  status: number;
  body: { error?: { details?: { code?: string } } };
}

/** Books, and lets staff do something before the booking is committed; gives what they were answered. */
const whileBooking = (deed: () => Test): Promise<Answer> =>
  meanwhile(suite.venue.strapi, bookOwn, deed);

const codeOf = ({ status, body }: Answer) => [status, body.error?.details?.code];

async function theBooking(): Promise<Record<string, unknown>> {
  const rows = await suite.venue.strapi.db
    .connection('bookings')
    .select<Array<Record<string, unknown>>>('state', 'customer_key', 'active_key');
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

describe('while somebody books, staff', () => {
  it('cannot delete the appointment', async () => {
    const deletion = await whileBooking(() =>
      staff.delete(contentManager('appointment', session.documentId)),
    );
    expect(codeOf(deletion)).toEqual([400, 'appointment_has_bookings']);
  });

  it('cannot delete the activity', async () => {
    const deletion = await whileBooking(() =>
      staff.delete(contentManager('activity', activity.documentId)),
    );
    expect(codeOf(deletion)).toEqual([400, 'activity_has_bookings']);
    const kept: unknown = await suite.venue.strapi.db.connection('appointments').first('id');
    expect(kept).toBeDefined();
  });

  it('cannot delete the customer', async () => {
    const deletion = await whileBooking(() =>
      staff.delete(contentManager('customer', customer.documentId)),
    );
    expect(codeOf(deletion)).toEqual([400, 'customer_has_bookings']);
  });

  it('merge the customer with the booking', async () => {
    const kept = await makeCustomer(suite.venue.strapi, { lastName: 'Kept' });
    const merging = await whileBooking(() =>
      staff.post(`/front-desk/customers/${kept.documentId}/merge`, {
        drop: customer.documentId,
      }),
    );
    expect(merging.status).toBe(200);
    expect(await theBooking()).toEqual({
      state: 'confirmed',
      customer_key: kept.documentId,
      active_key: `${session.documentId}:${kept.documentId}`,
    });
  });
});

/** The version that Onefit should have of the session, as a transaction sees it. */
async function versionOf(knex: Knex): Promise<number> {
  const row: unknown = await knex('onefit_sync_records')
    .where({ subject: session.documentId })
    .first('desired_version');
  return (row as { desired_version: number }).desired_version;
}

describe('a booking that waits for the rule to be switched on', () => {
  onServers(
    'is told to Onefit like any other: the record was not there when it began',
    async () => {
      const { strapi } = suite.venue;
      const offer = (aggregatorBookings: string) =>
        strapi.documents('api::activity.activity').update({
          documentId: activity.documentId,
          data: { aggregatorBookings } as never,
        });
      await offer('not_allowed');
      await strapi.db.connection('onefit_sync_records').delete();
      let started = 0;
      const switching = async (trx: Knex) => {
        await offer('allowed');
        started = await versionOf(trx);
      };
      await meanwhile(strapi, switching, bookOwn);
      expect(await versionOf(strapi.db.connection)).toBeGreaterThan(started);
    },
  );
});

describe('an edit that meets the sweep, which starts the record of a session', () => {
  onServers('raises the version that the sweep gave it', async () => {
    const { strapi } = suite.venue;
    const started = (await versionOf(strapi.db.connection)) + 1_000;
    await strapi.db.connection('onefit_sync_records').delete();
    const sweeping = (trx: Knex) =>
      trx('onefit_sync_records').insert({
        document_id: session.documentId,
        kind: 'session',
        subject: session.documentId,
        venue_key: suite.linked.venue.documentId,
        urgent: false,
        desired_version: started,
        acknowledged_version: 0,
        refused_version: 0,
        attempts: 0,
      });
    const path = contentManager('appointment', session.documentId);
    await meanwhile(strapi, sweeping, () => staff.put(path, { room: 'Attic' }).expect(200));
    expect(await versionOf(strapi.db.connection)).toBe(started + 1);
  });
});

describe('a booking of Onefit', () => {
  onServers(
    'whose customer is merged between its reading and its writing, finds the other',
    async () => {
      const { uuid } = suite.linked;
      const other = await makeAppointment(suite.venue, activity);
      await suite.onefit.book(uuid, 'b-1', other.documentId, member('m-1'));
      const [profile] = await suite.venue.strapi.db
        .connection('customer_aggregator_ids')
        .select<Array<{ customer_key: string }>>('customer_key');
      const service = bookings();
      const { look } = service;
      const looks = jest.spyOn(service, 'look').mockImplementation(async (...asked) => {
        const seen = await look(...asked);
        const drop = profile?.customer_key;
        const merging = `/front-desk/customers/${customer.documentId}/merge`;
        if (looks.mock.calls.length === 1) await staff.post(merging, { drop }).expect(200);
        return seen;
      });
      try {
        const answer = await suite.onefit.book(uuid, 'b-2', session.documentId, member('m-1'));
        expect(answer.status).toBe(201);
        expect(looks).toHaveBeenCalledTimes(2);
      } finally {
        looks.mockRestore();
      }
      const holders = await suite.venue.strapi.db
        .connection('bookings')
        .distinct<Array<{ customer_key: string }>>('customer_key');
      expect(holders).toEqual([{ customer_key: customer.documentId }]);
    },
  );

  it('is refused where the member holds a place under another profile', async () => {
    const { uuid } = suite.linked;
    expect((await suite.onefit.book(uuid, 'b-1', session.documentId, member('m-1'))).status).toBe(
      201,
    );
    const [id] = await suite.venue.strapi.db
      .connection('customer_aggregator_ids')
      .select<Array<{ document_id: string }>>('document_id');
    const entry = contentManager('customer-aggregator-id', id?.document_id ?? '');
    // Staff took the ID off the profile; the booking stands there all the same.
    await staff.delete(entry).expect(200);
    const twice = () => suite.onefit.book(uuid, 'b-2', session.documentId, member('m-1'));
    expect((await twice()).body).toMatchObject({ status: 409, code: 'already_booked' });
    // Or they entered it on another one.
    await staff
      .post(contentManager('customer-aggregator-id'), {
        aggregator: 'onefit',
        externalId: 'm-1',
        customer: { connect: [{ documentId: customer.documentId }], disconnect: [] },
      })
      .expect(201);
    expect((await twice()).body).toMatchObject({ status: 409, code: 'already_booked' });
    expect((await suite.onefit.book(uuid, 'b-3', session.documentId, member('m-2'))).status).toBe(
      201,
    );
    await suite.onefit.cancel(uuid, 'b-1');
    expect((await twice()).status).toBe(201);
  });
});
