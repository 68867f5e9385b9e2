import { makeAppointment, makeCustomer, makeProduct } from '../support/content';
import type { Doc } from '../support/content';
import { memberSuite } from '../support/member-suite';
import { member } from '../support/partner';
import { dumpTables } from '../support/table-dump';

const suite = memberSuite();
const { knex, bookedBy } = suite;

async function rows(table: string): Promise<Array<Record<string, unknown>>> {
  return (await knex()(table).orderBy('id').select('*')) as Array<Record<string, unknown>>;
}

describe('a member’s first bookings', () => {
  it('make one customer, however many arrive at the same moment', async () => {
    const sessions = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() => makeAppointment(suite.running.venue, suite.activity)),
    );
    const answers = await Promise.all(
      sessions.map((session, index) =>
        suite.running.onefit.book(suite.uuid, `b-${index}`, session.documentId, member('m-1')),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201, 201]);
    expect((await rows('customers')).length).toBe(1);
    expect((await rows('customer_aggregator_ids')).length).toBe(1);
  });

  it('keep the name as it was when a later booking brings another', async () => {
    await bookedBy('m-1', { firstName: 'Zoë' }, 'b-1');
    await bookedBy('m-1', { firstName: 'Renamed' }, 'b-2');
    expect((await rows('customers')).map((row) => row.first_name)).toEqual(['Zoë']);
  });
});

describe('an equal e-mail', () => {
  it('proposes to staff and never merges; dismissed, it is gone', async () => {
    const known = await makeCustomer(suite.running.venue.strapi, { email: 'zoe@x.example' });
    const { customer } = await bookedBy('m-1', { email: 'ZOE@x.example' });
    expect((await rows('customers')).length).toBe(2);
    const list = () => suite.running.staff.get(`/onefit-aggregator/proposals?customer=${customer}`);
    const { proposals } = (await list().expect(200)).body as { proposals: Doc[] };
    expect(proposals).toMatchObject([
      {
        reason: 'same_email',
        customer: { documentId: customer },
        other: { documentId: known.documentId },
      },
    ]);
    await suite.running.staff
      .post(`/onefit-aggregator/proposals/${proposals[0]?.documentId ?? ''}/dismiss`)
      .expect(204);
    expect((await list()).body).toEqual({ proposals: [] });
  });
});

describe('merging', () => {
  it('moves bookings and Onefit IDs, keeps what staff chose, and forgets the proposal', async () => {
    const known = await makeCustomer(suite.running.venue.strapi, { email: 'zoe@x.example' });
    const { customer, session } = await bookedBy('m-1', { email: 'zoe@x.example', phone: '06' });
    await suite.running.staff
      .post(`/front-desk/customers/${known.documentId}/merge`, {
        drop: customer,
        fields: { phone: '06' },
      })
      .expect(200);
    const [kept, ...others] = await rows('customers');
    expect(others).toEqual([]);
    expect(kept).toMatchObject({
      document_id: known.documentId,
      last_name: 'Customer',
      phone: '06',
    });
    expect(await rows('onefit_customer_proposals')).toEqual([]);
    const signIn = await suite.running.staff.get(
      `/front-desk/appointments/${session.documentId}/sign-in`,
    );
    expect(signIn.body).toMatchObject({
      bookings: [{ source: 'onefit', customer: { documentId: known.documentId } }],
    });
    // The ID went along: the next booking finds the customer who was kept.
    await bookedBy('m-1', {}, 'b-later');
    expect((await rows('customers')).length).toBe(1);
    // The place went along too: the same appointment cannot be booked by the same person again.
    const twice = await suite.running.onefit.book(
      suite.uuid,
      'b-x',
      session.documentId,
      member('m-1'),
    );
    expect(twice.body).toMatchObject({ code: 'already_booked' });
  });

  it('is refused when both hold a place in one appointment, and changes nothing', async () => {
    const known = await makeCustomer(suite.running.venue.strapi);
    const product = await makeProduct(suite.running.venue.strapi);
    const { customer, session } = await bookedBy('m-1');
    await suite.running.staff
      .post(`/front-desk/appointments/${session.documentId}/bookings`, {
        customer: known.documentId,
        product: product.documentId,
      })
      .expect(201);
    const before = await dumpTables(suite.running.venue.strapi);
    const refused = await suite.running.staff
      .post(`/front-desk/customers/${known.documentId}/merge`, { drop: customer })
      .expect(400);
    expect(refused.body).toMatchObject({
      error: { details: { code: 'both_hold_a_place', appointments: [session.documentId] } },
    });
    expect(await dumpTables(suite.running.venue.strapi)).toEqual(before);
  });

  it('of a customer with itself, or with nobody, is refused', async () => {
    const known = await makeCustomer(suite.running.venue.strapi);
    const route = `/front-desk/customers/${known.documentId}/merge`;
    const same = await suite.running.staff.post(route, { drop: known.documentId }).expect(400);
    const none = await suite.running.staff.post(route, { drop: 'nobody' }).expect(400);
    expect([same.body, none.body]).toMatchObject([
      { error: { details: { code: 'same_customer' } } },
      { error: { details: { code: 'customer_not_found' } } },
    ]);
  });
});
