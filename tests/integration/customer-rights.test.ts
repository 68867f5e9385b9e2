import { makeCustomer } from '../support/content';
import { memberSuite } from '../support/member-suite';
import { member } from '../support/partner';
import { contentManager } from '../support/staff';
import { dumpTables } from '../support/table-dump';

const suite = memberSuite();
const { knex, bookedBy } = suite;

/** Everything in every table, as one text. */
async function everything(): Promise<string> {
  return JSON.stringify(await dumpTables(suite.running.venue.strapi));
}

describe('a customer’s rights', () => {
  const CANARIES = [
    'Canaria',
    'Birdsong',
    'canary@x.example',
    '0612345678',
    'of-canary',
    'injured',
  ];

  const erase = (one: string) =>
    suite.running.staff.post(`/front-desk/customers/${one}/erase`, { confirm: true }).expect(204);

  async function canary() {
    await makeCustomer(suite.running.venue.strapi, {
      email: 'canary@x.example',
      lastName: 'Other',
    });
    const made = await bookedBy(
      'of-canary',
      {
        firstName: 'Canaria',
        lastName: 'Birdsong',
        email: 'canary@x.example',
        phone: '0612345678',
      },
      'b-secret',
    );
    await suite.running.staff
      .put(contentManager('customer', made.customer), { note: 'injured knee' })
      .expect(200);
    return made;
  }

  it('to know: everything that is kept, as JSON', async () => {
    const { customer } = await canary();
    const { body } = await suite.running.staff
      .get(`/front-desk/customers/${customer}/export`)
      .expect(200);
    expect(body).toMatchObject({
      customer: { firstName: 'Canaria', email: 'canary@x.example', note: 'injured knee' },
      aggregatorIds: [{ aggregator: 'onefit', externalId: 'of-canary' }],
      bookings: [
        {
          activity: 'Zumba',
          state: 'confirmed',
          source: 'onefit',
          product: 'Onefit',
          memberId: 'of-canary',
          history: [{ state: 'confirmed', source: 'onefit' }],
        },
      ],
    });
  });

  it('to be forgotten: gone from every table, bookings stay as counts, repeats still answer', async () => {
    const { customer, session } = await canary();
    await knex()('customers').where({ last_name: 'Other' }).delete();
    expect(await everything()).toContain('Canaria');
    const route = `/front-desk/customers/${customer}/erase`;
    await suite.running.staff.post(route).expect(400);
    await suite.running.staff.post(route, { confirm: true }).expect(204);
    const text = await everything();
    for (const word of CANARIES) expect(text).not.toContain(word);
    expect((await suite.running.onefit.session(suite.uuid, session.documentId)).body).toMatchObject(
      {
        availableSpots: 15,
      },
    );
    const repeat = await suite.running.onefit.book(
      suite.uuid,
      'b-secret',
      session.documentId,
      member('of-canary'),
    );
    expect([repeat.status, repeat.body.status]).toEqual([200, 'confirmed']);
    expect(await everything()).not.toContain('of-canary');
  });

  it('to be forgotten, also where a cancellation came before its booking', async () => {
    const { customer, session } = await canary();
    expect((await suite.running.onefit.cancel(suite.uuid, 'b-early')).status).toBe(202);
    await suite.running.onefit.book(suite.uuid, 'b-early', session.documentId, member('of-canary'));
    await erase(customer);
    expect(await everything()).not.toContain('of-canary');
  });

  it('to be forgotten, also in a booking that was on its way meanwhile', async () => {
    const { customer } = await canary();
    await erase(customer);
    // It had read the profile before, and is written after.
    await knex()('bookings').where({ customer_key: customer }).update({ member_id: 'of-canary' });
    const other = await bookedBy('m-2', {}, 'b-other');
    const customers = suite.running.venue.strapi.service('api::customer.customer') as unknown as {
      forgetErased(): Promise<number>;
    };
    expect(await customers.forgetErased()).toBe(1);
    expect(await everything()).not.toContain('of-canary');
    const [kept] = await knex()('bookings').where({ customer_key: other.customer });
    expect(kept).toMatchObject({ member_id: 'm-2' });
  });

  it('to be forgotten takes nothing off somebody who has the ID by now', async () => {
    const { customer } = await bookedBy('of-moved', {}, 'b-wrong');
    const rightful = await makeCustomer(suite.running.venue.strapi, { lastName: 'Rightful' });
    // The ID was on the wrong profile: staff give it to whose it is.
    await knex()('customer_aggregator_ids')
      .where({ external_id: 'of-moved' })
      .update({ customer_key: rightful.documentId });
    const { session } = await bookedBy('of-moved', {}, 'b-right');
    await suite.running.onefit.cancel(suite.uuid, 'b-early');
    await suite.running.onefit.book(suite.uuid, 'b-early', session.documentId, member('of-moved'));
    const memberOf = async (id: string) => {
      const row: unknown = await knex()('bookings').where({ external_id: id }).first('member_id');
      return (row as { member_id: string | null }).member_id;
    };
    await erase(customer);
    const members = await Promise.all(['b-wrong', 'b-right', 'b-early'].map(memberOf));
    expect(members).toEqual([null, 'of-moved', 'of-moved']);
    // As if the wrong one were not erased.
    await knex()('bookings').where({ external_id: 'b-wrong' }).update({ member_id: 'of-moved' });
    await erase(rightful.documentId);
    expect(await everything()).not.toContain('of-moved');
  });

  it('end with a new name: whom staff name again, or merge into the profile, keeps the Onefit ID', async () => {
    const { customer } = await canary();
    const erased = async (one: string) => {
      const row: unknown = await knex()('customers').where({ document_id: one }).first('erased_at');
      return (row as { erased_at: unknown }).erased_at !== null;
    };
    const save = (data: object) =>
      suite.running.staff.put(contentManager('customer', customer), data).expect(200);
    await erase(customer);
    await save({ note: 'asked to be forgotten' });
    expect(await erased(customer)).toBe(true);
    await save({ firstName: 'Zoë', lastName: 'Again' });
    expect(await erased(customer)).toBe(false);
    await erase(customer);
    const other = await bookedBy('of-new', {}, 'b-new');
    await suite.running.staff
      .post(`/front-desk/customers/${customer}/merge`, { drop: other.customer })
      .expect(200);
    expect(await erased(customer)).toBe(false);
  });
});
