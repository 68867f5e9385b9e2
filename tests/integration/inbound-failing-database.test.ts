import { makeAppointment } from '../support/content';
import { failBookings } from '../support/failing-writes';
import type { Failure } from '../support/failing-writes';
import { outcome, startLinked } from '../support/linked';
import type { Linked } from '../support/linked';
import { createPartner, member } from '../support/partner';
import type { Partner } from '../support/partner';
import { statementsOf } from '../support/statements';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { writingNothing } from '../support/table-dump';
import { until } from '../support/wait';

/** How long the venue waits for its one connection. */
const WAIT_MS = 1_500;

let venue: RunningVenue;
let onefit: Partner;
let linked: Linked;
let sessionId: string;

beforeAll(async () => {
  // One connection, as on SQLite: it can be held by somebody else.
  venue = await startVenue({
    DATABASE_POOL_MIN: '0',
    DATABASE_POOL_MAX: '1',
    DATABASE_ACQUIRE_TIMEOUT: String(WAIT_MS),
  });
  onefit = createPartner(venue.url, venue.clock.now);
}, 60_000);

afterAll(() => venue.stop());

beforeEach(async () => {
  linked = await startLinked(venue, onefit);
  sessionId = (await makeAppointment(venue, linked.activity)).documentId;
});

afterEach(() => jest.restoreAllMocks());

function book() {
  return onefit.book(linked.uuid, 'b-1', sessionId, member('m-1'));
}

/** Books while the database fails, then makes it well again. */
async function bookWhile(failure: Failure) {
  const mend = await failBookings(venue, failure);
  try {
    return await writingNothing(venue.strapi, () => statementsOf(venue, book));
  } finally {
    await mend();
  }
}

it('a database that stays busy is tried five times, then Onefit hears when to come again', async () => {
  const warned = jest.spyOn(venue.strapi.log, 'warn').mockImplementation(() => venue.strapi.log);
  const { result, statements } = await bookWhile('busy');
  expect(outcome(result)).toBe('503 temporarily_unavailable');
  expect(Number(result.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(statements.filter((sql) => /^BEGIN\b/i.test(sql))).toHaveLength(5);
  // The clock may warn of a mail at the same moment.
  const saidBusy = warned.mock.calls.filter((said) => /stayed busy/.test(JSON.stringify(said)));
  expect(saidBusy).toHaveLength(1);
  expect((await book()).status).toBe(201);
});

it('an error that nobody foresaw is tried once, logged, and told to nobody', async () => {
  const logged = jest.spyOn(venue.strapi.log, 'error').mockImplementation(() => venue.strapi.log);
  const { result, statements } = await bookWhile('broken');
  expect(result.status).toBe(500);
  expect(result.body).toEqual({
    type: 'urn:onefit-aggregator:problem:internal_error',
    title: 'Internal error',
    status: 500,
    detail: 'Something went wrong here. The same request may be sent again.',
    code: 'internal_error',
  });
  expect(statements.filter((sql) => /^BEGIN\b/i.test(sql))).toHaveLength(1);
  expect(logged).toHaveBeenCalledTimes(1);
  expect((await book()).status).toBe(201);
});

/** How long nobody may have asked for a connection before it is taken from all. */
const QUIET_MS = 300;

/**
 * Takes the one connection there is; gives what hands it back. Strapi tells its listeners of what was
 * saved some queries later, which nobody waits for, and which would fail.
 */
async function holdConnection(): Promise<() => Promise<void>> {
  const { client } = venue.strapi.db.connection as unknown as {
    client: {
      pool: { numUsed(): number; numPendingAcquires(): number };
      acquireConnection(): Promise<unknown>;
      releaseConnection(held: unknown): Promise<void>;
    };
  };
  let busyAt = performance.now();
  await until('the queries before to end', () => {
    if (client.pool.numUsed() + client.pool.numPendingAcquires() > 0) busyAt = performance.now();
    return performance.now() - busyAt > QUIET_MS;
  });
  const held = await client.acquireConnection();
  return () => client.releaseConnection(held);
}

it('where no connection comes free, one wait is enough, and Onefit hears when to come again', async () => {
  const release = await holdConnection();
  const began = performance.now();
  const calls = [
    book(),
    onefit.cancel(linked.uuid, 'b-2'),
    onefit.session(linked.uuid, sessionId),
    onefit.bookings(linked.uuid),
  ];
  const refused = await Promise.all(calls).finally(release);
  const took = performance.now() - began;
  for (const answer of refused) {
    expect(outcome(answer)).toBe('503 temporarily_unavailable');
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
  }
  expect(took).toBeGreaterThan(WAIT_MS - 100);
  // Not five waits, nor one more to count the request.
  expect(took).toBeLessThan(2 * WAIT_MS);
  expect((await book()).status).toBe(201);
});

it('a database that does not answer is not called alive, and is once it does', async () => {
  const release = await holdConnection();
  const refused = await onefit.call('GET', '/health');
  await release();
  expect(outcome(refused)).toBe('503 temporarily_unavailable');
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await onefit.call('GET', '/health')).status).toBe(200);
});
