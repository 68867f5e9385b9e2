import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { startConnected } from '../support/connected';
import type { Connected } from '../support/connected';
import { failBookings } from '../support/failing-writes';
import { keepLines } from '../support/logged-lines';
import { contentManager } from '../support/staff';
import { startVenueProcess } from '../support/venue-process';
import { until } from '../support/wait';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Stands in everything that a person may have typed, in whatever way it is written down. */
const CANARY = 'Kanarie';
const CANARIES = /kanarie|S2FuYXJpZ|4b616e61726965/i;

/** Secrets of this installation: none of them is anybody's business. */
const SECRETS = ['test-secret', 'canary-secret-two', 'canary-token-of-metrics', 'test-key-a'];

const person = (index: number) => ({
  firstName: `${CANARY}${index}`,
  lastName: `van ${CANARY}`,
  email: `${CANARY}${index}@${CANARY}.example`,
  phone: `+31 20 ${CANARY}`,
});

let running: Connected;
let lines: string[];
let activity: Doc;
let session: string;
let uuid: string;

jest.setTimeout(60_000);

beforeAll(async () => {
  running = await startConnected({
    LOG_FORMAT: 'json',
    LOG_LEVEL: 'debug',
    ONEFIT_SECRET: SECRETS.slice(0, 2).join(','),
    METRICS_TOKEN: SECRETS[2] ?? '',
    // Nobody listens there: every mail fails, and says to whom it should have gone.
    SMTP_URL: 'smtp://127.0.0.1:9',
  });
  const { venue } = running;
  lines = keepLines(venue);
  const { venue: place } = await freshPlace();
  uuid = place.uuid;
}, 90_000);

afterAll(() => running.venue.stop());

async function freshPlace() {
  const place = await running.freshPlace();
  activity = await makeActivity(running.venue.strapi, place, { name: CANARY });
  session = (await makeAppointment(running.venue, activity, { teacher: `${CANARY} Jansen` }))
    .documentId;
  return place;
}

beforeEach(() => {
  lines.length = 0;
});

type Line = Record<string, unknown> & { level: string; message: string };

function read(): Line[] {
  return lines.map((line) => JSON.parse(line) as Line);
}

function linesOf(requestId: string | null): Line[] {
  return read().filter((line) => line.requestId === requestId);
}

function book(id: string, member: object, options = {}) {
  const path = `/venues/${uuid}/bookings/${id}`;
  return running.onefit.call('PUT', path, { sessionId: session, member }, options);
}

describe('a request', () => {
  it('has an id of its own, given back and in the one line that it makes', async () => {
    const answers = [
      await book('b-1', { id: 'm-1', ...person(1) }),
      await fetch(`${running.venue.url}/nowhere`),
    ];
    const ids = answers.map(({ headers }) => headers.get('X-Request-Id') ?? '');
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(UUID);
    expect(linesOf(ids[0] ?? '')).toMatchObject([
      { level: 'http', method: 'PUT', operation: 'putBooking', status: 201 },
    ]);
    // The panel's public folder takes any address of one word, so that this one is not said.
    expect(linesOf(ids[1] ?? '')).toMatchObject([{ level: 'http', path: '([^/]*)', status: 404 }]);
  });

  it.each(['3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11', '0123456789abcdef0123456789abcdef'])(
    'keeps the id that a proxy gave it: %s',
    async (id) => {
      const answer = await fetch(`${running.venue.url}/_health`, {
        headers: { 'X-Request-Id': id },
      });
      expect(answer.headers.get('X-Request-Id')).toBe(id);
      expect(linesOf(id)).toHaveLength(1);
    },
  );

  it.each([
    CANARY,
    `${CANARY}-0123456789abcdef`,
    'abc',
    'a'.repeat(65),
    '0123456789abcdef"',
    '-'.repeat(32),
  ])('gets a new id where it came with "%s"', async (id) => {
    const answer = await fetch(`${running.venue.url}/_health`, { headers: { 'X-Request-Id': id } });
    expect(answer.headers.get('X-Request-Id')).toMatch(UUID);
  });

  it('is named beside a refusal, whose fields are the contract’s alone, and in all that it logs', async () => {
    const mend = await failBookings(running.venue, 'broken');
    const answer = await book('b-broken', { id: 'm-broken', ...person(3) });
    await mend();
    expect(answer.status).toBe(500);
    const id = answer.headers.get('X-Request-Id');
    expect(answer.body.code).toBe('internal_error');
    const fields = ['code', 'detail', 'status', 'title', 'type'];
    expect(Object.keys(answer.body).sort()).toEqual(fields);
    expect(linesOf(id).map(({ level }) => level)).toEqual(['error', 'http']);
    expect(linesOf(id)[0]?.message).toMatch(/^SQLITE|insert|^ER_|^22000/);
    expect(linesOf(id)[0]?.message).toMatch(/\n\s+at /);
  });

  it('of staff is a line without its query, by the route', async () => {
    const answer = await running.staff
      .get(`/front-desk/customers?search=${CANARY}&q=ordinary-word`)
      .set('X-Request-Id', '0123456789abcdef');
    expect(answer.status).toBe(200);
    expect(linesOf('0123456789abcdef')).toMatchObject([
      {
        method: 'GET',
        path: '/front-desk/customers',
        status: 200,
        milliseconds: expect.any(Number),
      },
    ]);
    expect(lines.join('\n')).not.toMatch(/ordinary-word/);
  });

  it('leaves its id behind when it is answered: what it woke goes on without', async () => {
    const answer = await book('b-2', { id: 'm-2', ...person(2) });
    expect(answer.status).toBe(201);
    running.venue.strapi.log.info('beside every request');
    expect(read().at(-1)).toMatchObject({ message: 'beside every request' });
    expect(read().at(-1)).not.toHaveProperty('requestId');
  });
});

describe('people and secrets', () => {
  afterEach(() => {
    expect(lines.length).toBeGreaterThan(0);
    const all = lines.join('\n');
    expect(all).not.toMatch(CANARIES);
    expect(decodeURIComponent(all.replaceAll('%', '%25'))).not.toMatch(CANARIES);
    for (const secret of SECRETS) expect(all).not.toContain(secret);
    expect(all).not.toMatch(/X-Signature|Bearer|[A-Za-z0-9+/]{43}=/);
  });

  it('are in no line of what Onefit asks, done or refused', async () => {
    await book('b-10', { id: 'm-10', ...person(10) });
    await book('b-10', { id: 'm-11', ...person(11) });
    await book('b-11', { id: 'm-11', ...person(11), firstName: CANARY.repeat(100) });
    await book('b-12', { id: 'm-12', ...person(12) }, { signature: btoa(CANARY.repeat(5)) });
    await book('b-12', { id: 'm-12', ...person(12) }, { timestamp: CANARY });
    await book('b-12', { id: 'm-12', ...person(12) }, { headers: { 'Content-Type': CANARY } });
    const path = `/venues/${uuid}/bookings/b-13`;
    await running.onefit.call('PUT', path, `{"sessionId": "${CANARY}`);
    await running.onefit.call('GET', `/venues/${CANARY}`, undefined, { signature: CANARY });
    await running.onefit.call('GET', `/${CANARY}/${encodeURIComponent(person(1).email)}`);
    await running.onefit.call('GET', `/venues/${uuid}/sessions?limit=${CANARY}`);
    const mend = await failBookings(running.venue, 'broken');
    await book('b-14', { id: 'm-14', ...person(14) });
    await mend();
  });

  it('are in no line of what staff type and search', async () => {
    const { staff } = running;
    await staff.post('/front-desk/customers', person(20));
    await staff.post(contentManager('customer'), { ...person(21), note: CANARY });
    await staff.post(contentManager('customer'), { ...person(22), nothing: CANARY });
    await staff.get(`/front-desk/customers?search=${CANARY}`);
    await staff.get(`${contentManager('customer')}?_q=${CANARY}`);
    await staff.get(`${contentManager('customer')}?filters[email][$eq]=${person(20).email}`);
    await staff.get(`${contentManager('customer')}?filters[${CANARY}][$eq]=1`);
    await staff.put(contentManager('appointment', session), { teacher: CANARY, room: CANARY });
    await staff.get(`/${CANARY}/${person(1).email}`);
    await staff.get(`/uploads/${CANARY}.png`);
    await staff.get(`/admin/${CANARY}`);
  });

  it('are in no line of signing in, of headers, or of what cannot be read', async () => {
    const login = (body: string, headers = {}) =>
      fetch(`${running.venue.url}/admin/login`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body,
      });
    await login(JSON.stringify({ email: person(1).email, password: CANARY }));
    await login(`{"email": "${CANARY}`);
    await login('{}', {
      Authorization: `Bearer ${CANARY}`,
      'User-Agent': CANARY,
      Cookie: `a=${CANARY}`,
    });
    await fetch(`${running.venue.url}/admin/forgot-password`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: person(1).email }),
    });
    await fetch(`${running.venue.url}/metrics`, { headers: { Authorization: `Bearer ${CANARY}` } });
  });

  it('are in no line of mails that cannot be sent', async () => {
    const { staff, venue } = running;
    const made = await staff.post(contentManager('customer'), person(30)).expect(201);
    const { documentId: customer } = (made.body as { data: Doc }).data;
    await staff
      .post(`/front-desk/appointments/${session}/bookings`, { customer, product: null })
      .expect(201);
    await staff
      .post(`/front-desk/appointments/${session}/cancel`, { reason: CANARY, confirm: true })
      .expect(200);
    await until('a mail to fail', () => read().some(({ message }) => /E-mails: one/.test(message)));
    venue.strapi.log.error(new Error(`550 <${person(1).email}> is unknown`));
    venue.strapi.log.error(`Duplicate entry '${CANARY}' for key 'name'`);
  });
});

it('lines are JSON on the output too, or lines for people, and no other format is taken', async () => {
  const { database } = running.venue;
  const json = await startVenueProcess(database, { LOG_FORMAT: 'json', LOG_LEVEL: 'http' });
  await fetch(`${json.url}/_health`);
  const printed = await until(
    'the line',
    () => json.printed.some((line) => /_health/.test(line)) && [...json.printed],
  );
  await json.stop();
  expect(printed.map((line) => JSON.parse(line) as Line)).toContainEqual(
    expect.objectContaining({ level: 'http', path: '/_health', status: 204 }),
  );
  const pretty = await startVenueProcess(database, { LOG_LEVEL: 'http', LOG_FORMAT: '' });
  const id = '0123456789abcdef';
  await fetch(`${pretty.url}/_health?q=${CANARY}`, { headers: { 'X-Request-Id': id } });
  await pretty.stop();
  expect(pretty.printed.join('\n')).toMatch(/GET \/_health 204 \(\d+ ms\) \[0123456789abcdef\]/);
  await expect(startVenueProcess(database, { LOG_FORMAT: 'xml' })).rejects.toThrow(
    /LOG_FORMAT is "xml"/,
  );
}, 120_000);
