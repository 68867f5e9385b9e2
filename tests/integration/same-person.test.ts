import { startConnected } from '../support/connected';
import type { Connected } from '../support/connected';
import { makeActivity, makeAppointment, makeCustomer } from '../support/content';
import type { Doc, Place } from '../support/content';
import { member } from '../support/partner';
import { codeOf } from '../support/refused';
import { signInStaff } from '../support/staff';
import { statementsOf } from '../support/statements';

const ROUTE = '/onefit-aggregator/customers';

let running: Connected;
let place: Place;
let activity: Doc;
/** known before */
let known: Doc;
/** made by a booking */
let made: string;
let booked: Doc;

beforeAll(async () => {
  running = await startConnected();
}, 60_000);

afterAll(() => running.venue.stop());

beforeEach(async () => {
  place = await running.freshPlace();
  activity = await makeActivity(running.venue.strapi, place);
  known = await makeCustomer(running.venue.strapi, {
    email: 'zoe@x.example',
    note: 'injured knee',
  });
  booked = await makeAppointment(running.venue, activity);
  made = await bookedBy('of-1', booked);
});

const knex = () => running.venue.strapi.db.connection;

async function bookedBy(id: string, session: Doc): Promise<string> {
  const rest = { firstName: 'Zoë', lastName: 'Jansen', email: 'zoe@x.example', phone: '06' };
  const answer = await running.onefit.book(
    place.venue.uuid,
    `b-${id}-${session.documentId}`,
    session.documentId,
    member(id, rest),
  );
  expect(answer.status).toBe(201);
  const row: unknown = await knex()('customer_aggregator_ids')
    .where({ external_id: id })
    .first('customer_key');
  return (row as { customer_key: string }).customer_key;
}

async function profile(customer: string): Promise<Record<string, unknown> | undefined> {
  const row: unknown = await knex()('customers').where({ document_id: customer }).first('*');
  return row as Record<string, unknown> | undefined;
}

const compare = (keep: string, drop: string) =>
  running.staff.get(`${ROUTE}/compare?keep=${keep}&drop=${drop}`);

describe('comparing two customers', () => {
  it('shows both, and what moves', async () => {
    const answer = await compare(known.documentId, made).expect(200);
    expect(answer.body).toMatchObject({
      keep: {
        documentId: known.documentId,
        fields: { firstName: 'Own', lastName: 'Customer', note: 'injured knee', phone: null },
        aggregatorIds: [],
        bookings: 0,
      },
      drop: {
        documentId: made,
        fields: { firstName: 'Zoë', phone: '06' },
        aggregatorIds: ['of-1'],
        bookings: 1,
      },
      moving: [{ name: 'Zumba', timeZone: 'Europe/Amsterdam' }],
      shared: [],
    });
  });

  it('takes as many statements for many bookings as for one', async () => {
    const statements = async () => {
      const ask = async () => compare(known.documentId, made).expect(200);
      return (await statementsOf(running.venue, ask)).statements.length;
    };
    await statements();
    const forOne = await statements();
    for (let more = 0; more < 5; more += 1) {
      await bookedBy('of-1', await makeAppointment(running.venue, activity));
    }
    expect((await compare(known.documentId, made)).body).toMatchObject({ drop: { bookings: 6 } });
    expect(await statements()).toBe(forOne);
  });

  it('is not found when one of them is gone, and refuses half a question', async () => {
    await compare(known.documentId, 'gone').expect(404);
    await compare('gone', made).expect(404);
    expect(await codeOf(running.staff.get(`${ROUTE}/compare?keep=${made}`))).toBe(
      'invalid_request',
    );
  });
});

describe('merging two customers', () => {
  const merge = (body: object) => running.staff.post(`${ROUTE}/merge`, body);

  it('keeps what staff chose, moves bookings and IDs, and says who did it', async () => {
    await merge({ keep: known.documentId, drop: made, take: ['firstName', 'phone'] }).expect(200);
    expect(await profile(made)).toBeUndefined();
    expect(await profile(known.documentId)).toMatchObject({
      first_name: 'Zoë',
      last_name: 'Customer',
      phone: '06',
      note: 'injured knee',
    });
    const compared = await compare(known.documentId, known.documentId).expect(200);
    expect(compared.body).toMatchObject({ keep: { aggregatorIds: ['of-1'], bookings: 1 } });
    const proposals = await running.staff.get('/onefit-aggregator/proposals').expect(200);
    expect(proposals.body).toEqual({ proposals: [] });
    const log = await running.staff
      .get('/onefit-aggregator/activity-log?kind=customers_merged')
      .expect(200);
    const { entries, names } = log.body as {
      entries: Array<{ actor: string; customer: string }>;
      names: { actors: Record<string, string> };
    };
    expect(entries).toMatchObject([{ customer: known.documentId }]);
    expect(names.actors[entries[0]?.actor ?? '']).toBe('Sta Ff');
  });

  it('is refused while both have a place in one appointment, and changes nothing', async () => {
    await knex()('customer_aggregator_ids')
      .where({ external_id: 'of-1' })
      .update({ external_id: 'of-old' });
    const other = await bookedBy('of-2', booked);
    const compared = await compare(made, other).expect(200);
    expect(compared.body).toMatchObject({ moving: [], shared: [{ name: 'Zumba' }] });
    expect(await codeOf(merge({ keep: made, drop: other }))).toBe('both_hold_a_place');
    expect(await profile(other)).toBeDefined();
    const log = await running.staff.get('/onefit-aggregator/activity-log?kind=customers_merged');
    expect((log.body as { entries: unknown[] }).entries).toEqual([]);
  });

  it('is refused for one and the same, and for somebody who is gone', async () => {
    expect(await codeOf(merge({ keep: made, drop: made }))).toBe('same_customer');
    await merge({ keep: made, drop: 'gone' }).expect(404);
  });

  it.each([
    { keep: 'x' },
    { keep: 'x', drop: 'y', take: ['password'] },
    { keep: 'x', drop: 'y', fields: { email: 'evil@x.example' } },
  ])('refuses %j', async (body) => {
    const answer = await merge(body).expect(400);
    expect(answer.body).toMatchObject({ error: { details: { code: 'invalid_request' } } });
  });
});

describe('who holds a Onefit ID', () => {
  it('is named, and nobody else is', async () => {
    const held = await running.staff.get(`${ROUTE}/holder?externalId=of-1`).expect(200);
    expect(held.body).toEqual({ holder: { documentId: made, name: 'Zoë Jansen' } });
    const free = await running.staff.get(`${ROUTE}/holder?externalId=of-2`).expect(200);
    expect(free.body).toEqual({ holder: null });
    await running.staff.get(`${ROUTE}/holder`).expect(400);
  });

  it('is not for a role without the permission, nor is merging', async () => {
    const editor = await signInStaff(running.venue, 'strapi-editor');
    await editor.get(`${ROUTE}/holder?externalId=of-1`).expect(403);
    await editor.get(`${ROUTE}/compare?keep=${known.documentId}&drop=${made}`).expect(403);
    await editor.post(`${ROUTE}/merge`, { keep: known.documentId, drop: made }).expect(403);
    expect(await profile(made)).toBeDefined();
  });
});
