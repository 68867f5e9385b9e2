import { emptyTables, makeActivity, makeAppointment, makePlace } from '../support/content';
import type { Doc } from '../support/content';
import { extensionOrders } from '../support/linked';
import { signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';
import { statementsOf } from '../support/statements';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

const STATES = ['on_onefit', 'waiting', 'needs_attention', 'not_offered'] as const;

interface Listed {
  documentId: string;
  name: string;
  state: (typeof STATES)[number];
  reason: string;
}

interface List {
  sessions: Listed[];
  total: number;
  counts: Record<(typeof STATES)[number], number>;
}

let venue: RunningVenue;
let staff: Staff;

beforeAll(async () => {
  venue = await startVenue();
  staff = await signInStaff(venue);
}, 60_000);

afterAll(() => venue.stop());

beforeEach(async () => {
  await emptyTables(venue.strapi);
  venue.clock.release();
});

const knex = () => venue.strapi.db.connection;

async function list(query = ''): Promise<List> {
  const answer = await staff.get(`/onefit-aggregator/sessions?pageSize=100${query}`).expect(200);
  return answer.body as List;
}

/** All pages together. */
async function listAll(query = ''): Promise<Listed[]> {
  const sessions: Listed[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await list(`&page=${page}${query}`);
    sessions.push(...answer.sessions);
    if (answer.sessions.length === 0) return sessions;
  }
}

async function link(place: Doc, columns: object): Promise<void> {
  const now = venue.clock.now();
  await knex()('onefit_venue_links').insert({
    document_id: `link-${place.documentId}`,
    venue_key: place.documentId,
    onefit_venue_id: `of-${place.documentId}`,
    linked_at: now,
    published_at: now,
    ...columns,
  });
}

async function record(session: Doc, place: Doc, versions: [number, number, number]) {
  const [desired, acknowledged, refused] = versions;
  const now = venue.clock.now();
  await knex()('onefit_sync_records').insert({
    document_id: `record-${session.documentId}`,
    published_at: now,
    kind: 'session',
    subject: session.documentId,
    venue_key: place.documentId,
    desired_version: desired,
    acknowledged_version: acknowledged,
    refused_version: refused,
    attempts: 1,
    desired_at: now,
    acknowledged_at: now,
  });
}

const LINKS: Array<object | null> = [
  null,
  {},
  { failing_since: new Date(), error_code: 'timeout' },
  { failing_since: new Date(), error_code: 'http_401' },
];
const RECORDS: Array<[number, number, number] | null> = [null, [5, 5, 0], [5, 3, 0], [5, 3, 5]];

/** An appointment for each combination of what decides where it stands: 128 in four venues. */
async function makeEveryCombination(): Promise<void> {
  for (const [index, columns] of LINKS.entries()) {
    const place = await makePlace(venue.strapi);
    if (columns) await link(place.venue, columns);
    const activity = await makeActivity(venue.strapi, place, { name: `Venue ${index}` });
    for (const versions of RECORDS) {
      for (const allowed of [true, false]) {
        for (const state of ['scheduled', 'cancelled']) {
          for (const spotLimit of [null, 0]) {
            const session = await makeAppointment(venue, activity);
            await knex()('appointments')
              .where({ document_id: session.documentId })
              .update({ aggregator_allowed: allowed, state, spot_limit: spotLimit });
            await knex()('onefit_sync_records').where({ subject: session.documentId }).delete();
            if (versions) await record(session, place.venue, versions);
          }
        }
      }
    }
  }
}

describe('the list of coming appointments', () => {
  it.each([true, false])(
    'filters and counts as each appointment says itself, whatever decides (ordered: %s)',
    async (ordered) => {
      if (ordered) await extensionOrders(venue).order();
      await makeEveryCombination();
      const all = await listAll();
      expect(all).toHaveLength(128);
      const { counts, total } = await list();
      expect(total).toBe(128);
      for (const state of STATES) {
        const expected = all.filter((session) => session.state === state);
        expect(counts[state]).toBe(expected.length);
        expect(await listAll(`&state=${state}`)).toEqual(expected);
      }
      const reasons = new Set(all.map(({ reason }) => reason));
      // Without an order nothing new is offered; what is pending there stays to be told.
      expect([...reasons].sort()).toEqual(
        [
          'cancelled',
          'connection_down',
          'refused',
          'rule_off',
          'sending',
          ...(ordered ? ['delivered', 'no_spots', 'not_linked'] : ['not_linked', 'not_ordered']),
        ].sort(),
      );
      for (const reason of reasons) {
        const expected = all.filter((session) => session.reason === reason);
        expect(await listAll(`&reason=${reason}`)).toEqual(expected);
      }
    },
    60_000,
  );

  it('is searched by part of a name, in any case, signs taken as they are', async () => {
    const place = await makePlace(venue.strapi);
    for (const name of ['Zumba', 'Boot Camp 100%', 'Boot Camp 100 kg']) {
      await makeAppointment(venue, await makeActivity(venue.strapi, place, { name }));
    }
    const names = async (search: string) =>
      (await list(`&search=${encodeURIComponent(search)}`)).sessions.map(({ name }) => name);
    expect(await names('ZUM')).toEqual(['Zumba']);
    expect(await names('100%')).toEqual(['Boot Camp 100%']);
    expect(await names('_')).toEqual([]);
    expect(await names("' OR 1=1 --")).toEqual([]);
  });

  it('is narrowed to a venue, and leaves out what is over', async () => {
    const [here, there] = [await makePlace(venue.strapi), await makePlace(venue.strapi)];
    await makeAppointment(venue, await makeActivity(venue.strapi, here, { name: 'Here' }));
    await makeAppointment(venue, await makeActivity(venue.strapi, there, { name: 'There' }));
    const one = await list(`&venue=${here.venue.documentId}`);
    expect(one.sessions.map(({ name }) => name)).toEqual(['Here']);
    venue.clock.advance(48 * 60 * 60 * 1000);
    expect((await list()).total).toBe(0);
  });

  it('takes as many statements for a hundred as for one', async () => {
    await extensionOrders(venue).order();
    const place = await makePlace(venue.strapi);
    const activity = await makeActivity(venue.strapi, place);
    const first = await makeAppointment(venue, activity);
    const statements = async () => (await statementsOf(venue, () => list())).statements.length;
    await list();
    const forOne = await statements();
    for (let more = 1; more < 100; more += 1) await makeAppointment(venue, activity);
    expect((await list()).sessions).toHaveLength(100);
    expect(await statements()).toBe(forOne);
    expect((await list()).sessions[0]?.documentId).toBe(first.documentId);
  }, 30_000);

  it('says how many there are on a page past its end too, from which the panel goes back', async () => {
    const place = await makePlace(venue.strapi);
    const activity = await makeActivity(venue.strapi, place);
    for (let one = 0; one < 3; one += 1) await makeAppointment(venue, activity);
    const answer = await staff.get('/onefit-aggregator/sessions?pageSize=2&page=3').expect(200);
    expect(answer.body).toMatchObject({ sessions: [], total: 3, page: 3 });
  });

  it.each(['state=lost', 'reason=mood', 'page=0', 'pageSize=101', 'page=x'])(
    'refuses %s with what is wrong',
    async (query) => {
      const answer = await staff.get(`/onefit-aggregator/sessions?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ error: { details: { code: 'invalid_request' } } });
    },
  );
});

describe('sending everything again that Onefit refused', () => {
  it('makes it due again, and says how much it was', async () => {
    await extensionOrders(venue).order();
    const place = await makePlace(venue.strapi);
    await link(place.venue, {});
    const activity = await makeActivity(venue.strapi, place);
    const refused = await makeAppointment(venue, activity);
    await knex()('onefit_sync_records')
      .where({ subject: refused.documentId })
      .update({ refused_version: knex().ref('desired_version'), refusal_code: 'room_unknown' });
    expect((await list('&state=needs_attention')).total).toBe(1);
    const answer = await staff.post('/onefit-aggregator/sessions/retry').expect(200);
    expect(answer.body).toEqual({ retried: 1 });
    expect((await list('&state=needs_attention')).total).toBe(0);
    expect((await list('&state=waiting')).sessions[0]).toMatchObject({ reason: 'sending' });
    const again = await staff.post('/onefit-aggregator/sessions/retry').expect(200);
    expect(again.body).toEqual({ retried: 0 });
  });

  it('is not for a role without the permission', async () => {
    const editor = await signInStaff(venue, 'strapi-editor');
    await editor.post('/onefit-aggregator/sessions/retry').expect(403);
    await editor.get('/onefit-aggregator/sessions').expect(403);
  });
});
