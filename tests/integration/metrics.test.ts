import { readFileSync } from 'node:fs';
import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';
import { readMetrics } from '../support/metrics';
import type { Metrics } from '../support/metrics';
import { createPartner, member } from '../support/partner';
import type { Partner } from '../support/partner';
import { statementsOf } from '../support/statements';
import { startVenueProcess } from '../support/venue-process';
import { until } from '../support/wait';

const TOKEN = 'a-token-for-the-metrics';
const LINKS = 'onefit_venue_links';

const linked = LinkedVenue.forThisFile({ METRICS_TOKEN: TOKEN });
let onefit: Partner;
let activity: Doc;

jest.setTimeout(40_000);

beforeAll(() => {
  onefit = createPartner(linked.venue.url, linked.venue.clock.now);
});

beforeEach(async () => {
  await linked.begin();
  activity = await makeActivity(linked.venue.strapi, linked.place);
});

function ask(headers: Record<string, string> = {}, method = 'GET', at = '/metrics') {
  return fetch(`${linked.venue.url}${at}`, { method, headers });
}

async function scrape(): Promise<Metrics> {
  const answer = await ask({ Authorization: `Bearer ${TOKEN}` });
  expect(answer.status).toBe(200);
  return readMetrics(await answer.text());
}

/** How much a sample rises while something is done. */
async function rise(work: () => Promise<unknown>, name: string, labels: Record<string, string>) {
  const before = (await scrape()).samples.get(
    JSON.stringify([name, Object.entries(labels).sort()]),
  );
  await work();
  return (await scrape()).value(name, labels) - (before ?? 0);
}

async function heldSession(data: object = {}): Promise<string> {
  const { documentId } = await makeAppointment(linked.venue, activity, data);
  await linked.untilHeld(documentId, { status: 'scheduled' });
  return documentId;
}

function states(metrics: Metrics) {
  const count = (state: string) => metrics.value('onefit_sync_records', { kind: 'session', state });
  return {
    waiting: count('waiting'),
    unlinked: count('unlinked'),
    refused: count('refused'),
  };
}

describe('who reads the metrics', () => {
  it.each([
    ['nothing', {}],
    ['another token', { Authorization: `Bearer ${TOKEN}x` }],
    ['the beginning of it', { Authorization: `Bearer ${TOKEN.slice(0, -1)}` }],
    ['it as a password', { Authorization: `Basic ${btoa(`:${TOKEN}`)}` }],
    ['it elsewhere', { 'X-Token': TOKEN }],
  ])('is nobody who shows %s', async (_, headers) => {
    const answer = await ask(headers);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer');
    expect(await answer.text()).not.toMatch(/onefit_|process_/);
  });

  it('is not a member of the staff, nor whoever puts the token into the address', async () => {
    await linked.staff.get('/metrics').expect(401);
    expect((await ask({}, 'GET', `/metrics?token=${TOKEN}`)).status).toBe(401);
  });

  it('is whoever shows the token, in the text format, kept by no cache', async () => {
    const answer = await ask({ Authorization: `Bearer ${TOKEN}` });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect((await ask({ Authorization: `Bearer ${TOKEN}` }, 'POST')).status).toBe(405);
    expect((await ask({ Authorization: `Bearer ${TOKEN}` }, 'GET', '/metrics/')).status).toBe(404);
  });

  it('is nobody where no token is set: the page is not there', async () => {
    const { database } = linked.venue;
    const other = await startVenueProcess(database, { METRICS_TOKEN: '' });
    try {
      for (const token of ['', TOKEN]) {
        const headers = { Authorization: `Bearer ${token}` };
        expect((await fetch(`${other.url}/metrics`, { headers })).status).toBe(404);
      }
    } finally {
      await other.stop();
    }
  }, 90_000);
});

describe('the metrics', () => {
  it('count bookings by outcome, and requests by operation', async () => {
    await linked.link();
    const session = await heldSession({ capacity: 1 });
    const book = (id: string, who: string) => onefit.book(linked.uuid, id, session, member(who));
    const count = (work: () => Promise<unknown>, outcome: string) =>
      rise(work, 'onefit_bookings_total', { outcome });
    expect(await count(() => book('b-1', 'm-1'), 'accepted')).toBe(1);
    expect(await count(() => book('b-1', 'm-1'), 'repeated')).toBe(1);
    expect(await count(() => book('b-2', 'm-1'), 'already_booked')).toBe(1);
    expect(await count(() => book('b-3', 'm-3'), 'session_full')).toBe(1);
    expect(await count(() => book('b-1', 'm-9'), 'booking_mismatch')).toBe(1);
    const cancelled = { operation: 'cancelBooking', status: '2xx' };
    const times = await rise(
      () => onefit.cancel(linked.uuid, 'b-1'),
      'onefit_request_duration_seconds_count',
      cancelled,
    );
    expect(times).toBe(1);
  });

  it('count a stranger under no operation and no outcome', async () => {
    const stranger = createPartner(linked.venue.url, linked.venue.clock.now, 'wrong');
    const before = await scrape();
    const refused = { operation: 'none', status: '4xx' };
    const asked = () => stranger.book(linked.uuid, 'b-1', 'x', member('m-1'));
    expect(await rise(asked, 'onefit_request_duration_seconds_count', refused)).toBe(1);
    const after = await scrape();
    for (const outcome of ['accepted', 'signature_invalid']) {
      const value = (metrics: Metrics) => metrics.value('onefit_bookings_total', { outcome });
      expect(value(after)).toBe(value(before));
    }
  });

  it('say how the records and the connections stand, and since when', async () => {
    const { documentId } = await makeAppointment(linked.venue, activity);
    expect(states(await scrape())).toEqual({ waiting: 0, unlinked: 1, refused: 0 });
    expect((await scrape()).value('onefit_links', { state: 'not_linked' })).toBe(1);

    await linked.link();
    await linked.untilHeld(documentId, { status: 'scheduled' });
    await linked.settled();
    const sound = await scrape();
    expect(states(sound)).toEqual({ waiting: 0, unlinked: 0, refused: 0 });
    expect(sound.value('onefit_links', { state: 'working' })).toBe(1);
    expect(sound.value('onefit_sync_lag_seconds')).toBe(0);
    expect(sound.value('onefit_connection_failing_seconds')).toBe(0);
    expect(sound.value('onefit_ordered')).toBe(1);

    await linked.faults({ kind: 'status', status: 500 });
    await makeAppointment(linked.venue, activity);
    await until('a failure', async () =>
      (await scrape()).value('onefit_links', { state: 'failing' }),
    );
    linked.venue.clock.advance(120_000);
    const failing = await scrape();
    expect(states(failing)).toMatchObject({ waiting: 1 });
    for (const name of ['onefit_sync_lag_seconds', 'onefit_connection_failing_seconds']) {
      expect(failing.value(name)).toBeGreaterThanOrEqual(119);
      expect(failing.value(name)).toBeLessThan(180);
    }
    expect(failing.value('onefit_connection_failures_in_a_row')).toBeGreaterThan(0);
  });

  it('count what is sent, refused and tried again', async () => {
    await linked.link();
    const sent = (outcome: string, attempt: string) => ({ kind: 'session', outcome, attempt });
    const count = async (outcome: string, attempt: string) =>
      (await scrape()).value('onefit_records_sent_total', sent(outcome, attempt));
    /** Onefit has it a moment before it is written down here, and then counted. */
    const untilCounted = (outcome: string, attempt: string, value: number) =>
      until('the count', async () => (await count(outcome, attempt)) >= value);
    const before = await count('accepted', 'first');
    await heldSession();
    await untilCounted('accepted', 'first', before + 1);
    expect(await count('accepted', 'first')).toBe(before + 1);
    const answered = { call: 'put_sessions', outcome: 'answered' };
    expect((await scrape()).value('onefit_call_duration_seconds_count', answered)).toBeGreaterThan(
      0,
    );

    await linked.faults({ kind: 'status', status: 401, count: 1 });
    const failed = { call: 'put_sessions', outcome: 'unauthorized' };
    const { documentId } = await makeAppointment(linked.venue, activity);
    await until('a refusal of the credentials', async () =>
      (await scrape()).value('onefit_links', { state: 'credentials_refused' }),
    );
    const refused = await scrape();
    expect(refused.value('onefit_call_duration_seconds_count', failed)).toBeGreaterThan(0);
    expect(refused.value('onefit_records_sent_total', sent('failed', 'first'))).toBeGreaterThan(0);
    const retried = await count('accepted', 'retry');
    linked.venue.clock.advance(120_000);
    await linked.untilHeld(documentId, { status: 'scheduled' });
    await untilCounted('accepted', 'retry', retried + 1);
    expect(await count('accepted', 'retry')).toBe(retried + 1);
  });

  it('stand in docs/deploy.md, each of them and none beside', async () => {
    const [, ...named] = readFileSync('docs/deploy.md', 'utf8').split('### Metrics');
    const documented = named.join().match(/\bonefit_[a-z_]+/g) ?? [];
    const declared = [...(await scrape()).text.matchAll(/^# TYPE (onefit_\w+) /gm)].map(
      ([, name]) => name ?? '',
    );
    const metricOf = (name: string) => name.replace(/_(bucket|count|sum)$/, '');
    expect([...new Set(documented.map(metricOf))].sort()).toEqual([...declared].sort());
  });

  it('say how the process fares', async () => {
    const metrics = await scrape();
    expect(metrics.value('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
    expect(metrics.value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  });

  it('cost the same statements, and as many lines, however many venues and records', async () => {
    // Nothing is linked: who would be told of it by e-mail would be told beside the scrape.
    await makeAppointment(linked.venue, activity);
    await scrape();
    const one = await statementsOf(linked.venue, scrape);
    for (let index = 0; index < 3; index += 1) {
      await linked.venue.strapi
        .documents('api::venue.venue')
        .create({ data: { name: `Another ${index}`, timeZone: 'UTC' } as never });
      await makeAppointment(linked.venue, activity);
    }
    const many = await statementsOf(linked.venue, scrape);
    expect(one.statements).toHaveLength(4);
    expect(many.statements).toHaveLength(4);
    // Node's own lines come with what it has open just now.
    const ours = ({ result }: typeof one) =>
      [...result.samples.keys()].filter((key) => key.includes('"onefit_'));
    expect(ours(many)).toEqual(ours(one));
  });

  it('name nobody: no venue, member, session or word of Onefit’s is in them', async () => {
    await linked.link();
    const session = await heldSession();
    await onefit.book(linked.uuid, 'canary-booking', session, {
      id: 'canary-member',
      firstName: 'Canarina',
      lastName: 'Canaris',
      email: 'canary@canary.example',
    });
    await linked.faults({ kind: 'status', status: 418, count: 1 });
    await makeAppointment(linked.venue, activity);
    await linked.failedAgain(null);
    const { text } = await scrape();
    const secrets = [TOKEN, 'test-secret', linked.uuid, session, 'http_418', 'Centrum'];
    for (const word of [...secrets, 'canar'])
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
  });

  it('tell what the process knows while the database does not answer', async () => {
    const knex = linked.venue.strapi.db.connection;
    expect((await scrape()).value('onefit_database_up')).toBe(1);
    await knex.schema.renameTable(LINKS, 'moved_away');
    try {
      const metrics = await scrape();
      expect(metrics.value('onefit_database_up')).toBe(0);
      expect(metrics.names).toContain('onefit_bookings_total');
      expect(metrics.names).not.toContain('onefit_sync_lag_seconds');
    } finally {
      await knex.schema.renameTable('moved_away', LINKS);
    }
  });
});
