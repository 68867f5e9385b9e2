import { connect } from '../support/connect';
import type { Knex } from '../support/connect';
import { makeDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { failInserts } from '../support/failing-writes';
import { outcome } from '../support/linked';
import { openPanel } from '../support/panel';
import { BASE, createPartner, timestampOf } from '../support/partner';
import type { Partner, PartnerAnswer, PartnerOptions } from '../support/partner';
import { sayRaw } from '../support/raw-socket';
import { startVenueProcess } from '../support/venue-process';
import type { VenueProcess } from '../support/venue-process';
import { until } from '../support/wait';
import { signedNow } from '../support/written-request';

const DAY = 24 * 60 * 60 * 1000;

/** Nothing of a person, and no secret, may be seen in a log or an answer. */
const CANARIES = {
  secret: 'canary-secret-8c1f',
  nextSecret: 'canary-next-secret-77ab',
  firstName: 'Canaryfirst',
  lastName: 'Canarylast',
  email: 'canary.mail@person.example',
  phone: '+31 6 40 41 42 43',
  bearer: 'canary-bearer-token',
  cookie: 'canary-cookie-value',
  agent: 'canary-user-agent',
  query: 'canary-query-value',
};

/** An id that only its own member may be told. */
const MEMBER = 'canary-member';

let database: TestDatabase;
let venue: VenueProcess;
let knex: Knex;
let onefit: Partner;
let uuid: string;
let company: string;
let sessionId: string;
/** every answer that anybody got */
const answers: string[] = [];

beforeAll(async () => {
  database = await makeDatabase();
  venue = await startVenueProcess(database, {
    LOG_LEVEL: 'silly',
    ONEFIT_SECRET: `${CANARIES.secret},${CANARIES.nextSecret}`,
  });
  knex = connect(database);
  onefit = createPartner(venue.url, () => new Date(), CANARIES.secret);
  await makePlace();
}, 120_000);

afterAll(async () => {
  await knex.destroy();
  await venue.stop();
  await database.drop();
});

async function makePlace(): Promise<void> {
  const panel = await openPanel(venue.url);
  const owner = await panel.make('company', { name: 'Studio Noord B.V.' });
  const made = await panel.make('venue', {
    name: 'Centrum',
    timeZone: 'Europe/Amsterdam',
    company: owner.documentId,
  });
  await panel.call('POST', '/onefit-aggregator/extension-order', { contactEmail: 'a@b.example' });
  const activity = await panel.make('activity', {
    name: 'Zumba',
    kind: 'class',
    capacity: 2,
    aggregatorBookings: 'allowed',
    venue: made.documentId,
  });
  const startsAt = new Date(Date.now() + DAY);
  const appointment = await panel.make('appointment', {
    activity: activity.documentId,
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 60 * 60 * 1000).toISOString(),
  });
  [uuid, company, sessionId] = [made.uuid ?? '', owner.uuid ?? '', appointment.documentId];
  await onefit.link(uuid, company);
}

/** A member who is all canaries. */
function canary(id = MEMBER, rest: Record<string, unknown> = {}): Record<string, unknown> {
  const { firstName, lastName, email, phone } = CANARIES;
  return { id, firstName, lastName, email, phone, ...rest };
}

async function call(method: string, path: string, body?: unknown, options: PartnerOptions = {}) {
  const headers = {
    Authorization: `Bearer ${CANARIES.bearer}`,
    Cookie: `session=${CANARIES.cookie}`,
    'User-Agent': CANARIES.agent,
    ...options.headers,
  };
  return kept(await onefit.call(method, `/venues/${uuid}${path}`, body, { ...options, headers }));
}

function kept(answer: PartnerAnswer): string {
  answers.push(JSON.stringify([answer.body, ...answer.headers]));
  return outcome(answer);
}

function book(id: string, member: object, options?: PartnerOptions) {
  return call('PUT', `/bookings/${id}`, { sessionId, member }, options);
}

/** What the venue printed until now, once all of it is here. */
async function printed(): Promise<string> {
  const before = venue.printed.length;
  await call('GET', '');
  await until('the log to be written', async () => venue.printed.length > before);
  return venue.printed.join('\n');
}

function found(text: string, canaries: Record<string, string> = CANARIES): string[] {
  return Object.entries(canaries).flatMap(([name, value]) => (text.includes(value) ? [name] : []));
}

/** Those of these texts that tell something, as far as shows what it is. */
function telling(texts: string[]): string[] {
  return texts.filter((text) => found(text).length > 0).map((text) => text.slice(0, 300));
}

let looked = 0;

afterEach(async () => {
  await printed();
  expect(telling(venue.printed.slice(looked))).toEqual([]);
  looked = venue.printed.length;
  expect(telling(answers.splice(0))).toEqual([]);
});

it('is logged at all: each request by its method, path and outcome', async () => {
  expect(await call('GET', '/sessions?limit=5')).toBe('200');
  expect(await printed()).toMatch(`Onefit GET ${BASE}/venues/${uuid}/sessions 200`);
});

it('tells nothing of somebody who books, comes again and cancels', async () => {
  expect(await book('b-1', canary())).toBe('201');
  expect(await book('b-1', canary())).toBe('200');
  expect(await call('GET', '/bookings/b-1')).toBe('200');
  expect(await call('GET', `/bookings?sessionId=${sessionId}`)).toBe('200');
  expect(await book('b-2', canary('second'))).toBe('201');
  const at = timestampOf(new Date());
  expect(await call('POST', '/bookings/b-1/check-in', { at })).toBe('422 check_in_window_closed');
  expect(await call('POST', '/bookings/b-2/cancel', { late: false, cancelledAt: at })).toBe('200');
});

it('tells nobody of another member, whatever they are refused for', async () => {
  expect(await book('b-1', canary('other'))).toBe('422 booking_mismatch');
  expect(await book('b-3', canary('third'))).toBe('201');
  expect(await book('b-4', canary('fourth'))).toBe('409 session_full');
  expect(answers.filter((answer) => answer.includes(MEMBER))).toEqual([]);
});

it('tells nothing of a request that is refused for its form', async () => {
  const { firstName, email, phone, query } = CANARIES;
  const bodies: unknown[] = [
    { sessionId, member: canary('m', { firstName: `${firstName}\u0000` }) },
    { sessionId, member: canary('m', { lastName: CANARIES.lastName.repeat(20) }) },
    { sessionId, member: canary('m', { email: `${email}@${email}` }) },
    { sessionId, member: canary('m', { phone: phone.repeat(5) }) },
    { sessionId, member: canary('m', { note: firstName }) },
    { sessionId: email, member: canary('m'), note: phone },
    { sessionId, member: canary(`${email} `) },
    { sessionId, member: [canary()] },
    `{"sessionId":"${sessionId}","member":{"firstName":"${firstName}`,
    `{"firstName":"${firstName}"} ${email}`,
    firstName,
    JSON.stringify(email),
  ];
  for (const body of bodies) {
    expect(await call('PUT', '/bookings/b-9', body)).toBe('400 invalid_request');
  }
  for (const name of ['from', 'to', 'cursor', 'limit', 'nothing']) {
    expect(await call('GET', `/sessions?${name}=${query}`)).toBe('400 invalid_request');
  }
  const xml = { headers: { 'Content-Type': `text/xml; of=${CANARIES.agent}` } };
  expect(await book('b-9', canary(), xml)).toBe('415 unsupported_media_type');
  const large = { sessionId, member: canary('m', { firstName: firstName.repeat(10_000) }) };
  expect(await call('PUT', '/bookings/b-9', large)).toBe('413 payload_too_large');
});

it('tells nothing of a request that is not let in, and no secret', async () => {
  const { secret, nextSecret } = CANARIES;
  for (const signature of [secret, nextSecret, `${secret},${nextSecret}`, null]) {
    expect(await book('b-9', canary(), { signature })).toMatch(/^401 signature_/);
  }
  expect(await book('b-9', canary(), { secret: 'other' })).toBe('401 signature_invalid');
  expect(await book('b-9', canary(), { timestamp: CANARIES.query })).toMatch(/^401 /);
  expect(await book('b-9', canary(), { secret: nextSecret })).toMatch(/^409 /);
});

it('tells nothing of what is no HTTP', async () => {
  const { firstName, bearer, agent } = CANARIES;
  for (const bytes of [
    `PUT ${BASE}/venues/${uuid} HTTP/1.1\r\nHost: x\r\n${agent} : y\r\n\r\n${firstName}`,
    `PUT ${BASE} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${firstName}\r\n`,
    `${firstName} ${bearer}\r\n\r\n`,
  ]) {
    answers.push((await sayRaw(venue.url, bytes)).text);
  }
});

it.each(['customers', 'bookings', 'customer_aggregator_ids'])(
  'tells nothing of a request that the database fails at, here for a row of %s',
  async (table) => {
    const mend = await failInserts(knex, database.kind, table);
    try {
      const at = timestampOf(new Date());
      await call('POST', '/bookings/b-3/cancel', { late: false, cancelledAt: at });
      expect(await book(`b-${table}`, canary(`of-${table}`))).toBe('500 internal_error');
    } finally {
      await mend();
    }
    const failure = new RegExp(`insert into .?${table}`, 'i');
    await until('the failure to be logged', async () => failure.test(await printed()));
  },
);

it('tells nothing of a request that somebody signed rightly and sent by an odd address', async () => {
  const path = `/venues/${uuid}/bookings/b-1?x=${CANARIES.query}`;
  const { body: _, ...request } = signedNow(new Date(), 'GET', path, undefined, CANARIES.secret);
  const answer = await onefit.send(request);
  expect(kept(answer)).toBe('400 invalid_request');
});
