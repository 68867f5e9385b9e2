import { setTimeout as sleep } from 'node:timers/promises';
import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';
import { contentManager } from '../support/staff';

/** Longer than the sender ever waits between two looks. */
const A_WHILE = 1_500;

const linked = LinkedVenue.forThisFile();
let activity: Doc;
let session: string;
jest.setTimeout(40_000);

beforeEach(async () => {
  await linked.begin();
  activity = await makeActivity(linked.venue.strapi, linked.place);
  [session] = await linked.onOnefit(activity);
  // From here on the clock stands still, so that every pause can be measured.
  linked.venue.clock.advance(0);
});

/** As an import or a script changes it: no hook sees it. */
async function changeUnseen(columns: object): Promise<void> {
  const appointments = linked.venue.strapi.db.connection('appointments');
  await appointments.where({ document_id: session }).update(columns);
}

async function editRoom(room: string): Promise<void> {
  await linked.staff.put(contentManager('appointment', session), { room }).expect(200);
}

/** Moves the clock to the next attempt, and no further. */
async function passBackOff(): Promise<void> {
  const next = await linked.nextAttempt();
  if (!next) throw new Error('The connection is sound: there is no back-off to pass.');
  linked.venue.clock.set(next);
}

describe('an edit while Onefit fails is delivered afterwards', () => {
  it.each([
    ['500', { kind: 'status', status: 500 }, 'http_500'],
    ['408', { kind: 'status', status: 408 }, 'http_408'],
    ['a status that nobody knows', { kind: 'status', status: 418 }, 'http_418'],
    ['a broken connection', { kind: 'reset' }, 'econnreset'],
    ['a redirect, which is not followed', { kind: 'redirect' }, 'http_307'],
    ['an answer that is no JSON', { kind: 'malformed_json', applied: false }, 'malformed_answer'],
    ['an answer of the wrong shape', { kind: 'wrong_schema', applied: false }, 'malformed_answer'],
    ['an answer without end', { kind: 'huge_body', megabytes: 2, applied: false }, null],
  ])('%s', async (_name, fault, code) => {
    await linked.faults({ ...fault, count: 1 });
    await editRoom('Attic');
    const { pauseMs } = await linked.failedAgain(null);
    expect(pauseMs).toBeGreaterThanOrEqual(4_000);
    expect(pauseMs).toBeLessThanOrEqual(6_000);
    const standing = await linked.untilStanding(session, 'waiting', 'connection_down');
    if (code !== null) expect(standing.word?.code).toBe(code);
    expect(await linked.connection()).toMatchObject({ state: 'degraded', waiting: 1 });
    await passBackOff();
    await linked.untilHeld(session, { room: 'Attic' });
    await linked.untilStanding(session, 'on_onefit', 'delivered');
    expect(await linked.connection()).toMatchObject({ state: 'working', error: null });
  });

  it('503 and 429: not before Retry-After', async () => {
    for (const [status, retryAfter] of [
      [503, 37],
      [429, 11],
    ]) {
      await linked.faults({ kind: 'status', status, retryAfter, count: 1 });
      await editRoom(`After ${status}`);
      const { pauseMs } = await linked.failedAgain(null);
      expect(pauseMs).toBe(Number(retryAfter) * 1000);
      linked.venue.clock.advance(pauseMs - 1_000);
      const before = await linked.calls();
      await sleep(A_WHILE);
      expect(await linked.calls()).toBe(before);
      linked.venue.clock.advance(1_000);
      await linked.untilHeld(session, { room: `After ${status}` });
      await linked.settled();
    }
  });

  it('no answer to what was carried out: sent again, under a version of its own', async () => {
    await linked.faults({ kind: 'applied_unanswered', count: 1 });
    await editRoom('Attic');
    await linked.failedAgain(null);
    expect((await linked.oneAtOnefit(session))?.held).toMatchObject({ room: 'Attic' });
    expect(await linked.standing(session)).toMatchObject({ state: 'waiting' });
    await changeUnseen({ room: 'Behind the scenes' });
    await passBackOff();
    await linked.untilStanding(session, 'on_onefit', 'delivered');
    const { received = [], held } = (await linked.oneAtOnefit(session)) ?? {};
    const [sent, again] = received.slice(-2);
    expect([sent?.outcome, again?.outcome]).toEqual(['accepted', 'accepted']);
    expect(again?.version).toBeGreaterThan(sent?.version ?? Infinity);
    expect(held).toMatchObject({ room: 'Behind the scenes' });
  });

  it('no answer to what was carried out, then deleted: taken back', async () => {
    await linked.faults({ kind: 'applied_unanswered', count: 1 });
    const { documentId } = await makeAppointment(linked.venue, activity);
    await linked.failedAgain(null);
    const sent = await linked.untilHeld(documentId, { status: 'scheduled' });
    await linked.staff.delete(contentManager('appointment', documentId)).expect(200);
    await passBackOff();
    const held = await linked.untilHeld(documentId, { status: 'withdrawn', availableSpots: 0 });
    expect([held.class, held.startsAt]).toEqual([sent.class, sent.startsAt]);
  });

  it('no answer to a cancellation, then deleted: it stays cancelled', async () => {
    await linked.faults({ kind: 'applied_unanswered', count: 1 });
    await linked.staff
      .post(`/front-desk/appointments/${session}/cancel`, { reason: 'Ill', confirm: true })
      .expect(200);
    await linked.failedAgain(null);
    await linked.staff.delete(contentManager('appointment', session)).expect(200);
    await passBackOff();
    await linked.settled();
    const { received = [] } = (await linked.oneAtOnefit(session)) ?? {};
    expect(received.map(({ status }) => status)).toEqual(['scheduled', 'cancelled', 'cancelled']);
  });

  it('"stale", where Onefit holds this version or a newer one: counts as delivered', async () => {
    await linked.changeRecord(session, { acknowledged_version: 0 });
    // The comparison that follows it may send it anew, under a version of its own.
    await linked.untilOutcome(session, 'stale');
    await linked.untilStanding(session, 'on_onefit', 'delivered');
  });

  it('no answer at all: given up after 10 seconds', async () => {
    await linked.faults({ kind: 'hang', count: 1 });
    await editRoom('Attic');
    await sleep(9_000);
    expect(await linked.connection()).toMatchObject({ state: 'working', waiting: 1 });
    await linked.failedAgain(null);
    expect((await linked.standing(session)).word?.code).toBe('timeout');
    await passBackOff();
    await linked.untilHeld(session, { room: 'Attic' });
  });

  it('an answer that drips in: given up after 10 seconds too', async () => {
    await linked.faults({ kind: 'slow_body', chunkBytes: 1, chunkMs: 900, count: 1 });
    await editRoom('Attic');
    await sleep(9_000);
    await linked.failedAgain(null);
    expect((await linked.standing(session)).word?.code).toBe('timeout');
    await passBackOff();
    await linked.untilStanding(session, 'on_onefit', 'delivered');
  });
});

describe('a longer outage', () => {
  it('doubles the pause, asks once a pause however much waits, and is over at one success', async () => {
    const others = [];
    for (let made = 0; made < 5; made += 1) {
      others.push(await makeAppointment(linked.venue, activity));
    }
    await linked.settled();
    await linked.faults({ kind: 'status', status: 500 });
    const before = await linked.calls();
    await linked.staff
      .put(contentManager('activity', activity.documentId), { name: 'Zumba Gold' })
      .expect(200);
    let since: Date | null = null;
    for (const seconds of [5, 10, 20, 40]) {
      const { next, pauseMs } = await linked.failedAgain(since);
      expect(pauseMs).toBeGreaterThanOrEqual(seconds * 800);
      expect(pauseMs).toBeLessThanOrEqual(seconds * 1200);
      since = next;
      if (seconds < 40) linked.venue.clock.set(next);
    }
    expect((await linked.calls()) - before).toBe(4);
    await linked.faults();
    await passBackOff();
    await linked.settled();
    const names = (await linked.atOnefit()).map(
      ({ held }) => (held?.class as { name: string }).name,
    );
    expect(names).toEqual(Array.from({ length: others.length + 1 }, () => 'Zumba Gold'));
    await linked.faults({ kind: 'status', status: 500, count: 1 });
    await editRoom('Attic');
    const { pauseMs } = await linked.failedAgain(null);
    expect(pauseMs).toBeLessThanOrEqual(6_000);
  });

  it('delivers only how things are when it is over, versions rising', async () => {
    await linked.faults({ kind: 'reset' });
    await editRoom('A');
    await linked.failedAgain(null);
    await editRoom('B');
    await editRoom('C');
    await linked.faults();
    await passBackOff();
    await linked.untilHeld(session, { room: 'C' });
    await linked.settled();
    const { received = [] } = (await linked.oneAtOnefit(session)) ?? {};
    // Its first version, and the one that tells all three edits.
    expect(received.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
  });
});

describe('refused credentials', () => {
  it.each([401, 403])('%i: staff see it, and one probe a minute is made', async (status) => {
    await linked.faults({ kind: 'status', status });
    await editRoom('Attic');
    const { next, pauseMs } = await linked.failedAgain(null);
    expect(pauseMs).toBe(60_000);
    expect(await linked.connection()).toMatchObject({
      state: 'needs_attention',
      error: { code: `http_${status}` },
    });
    await linked.untilStanding(session, 'needs_attention', 'connection_down');
    const before = await linked.calls();
    linked.venue.clock.advance(59_000);
    await sleep(A_WHILE);
    expect(await linked.calls()).toBe(before);
    linked.venue.clock.set(next);
    expect((await linked.failedAgain(next)).pauseMs).toBe(60_000);
    expect(await linked.calls()).toBe(before + 1);
    await linked.faults();
    await passBackOff();
    await linked.untilHeld(session, { room: 'Attic' });
    expect(await linked.connection()).toMatchObject({ state: 'working' });
  });
});

describe('a venue that Onefit does not know', () => {
  it('waits for its link, and goes out at once when it comes', async () => {
    await linked.sandbox.control('POST', '/forget', { what: 'link', venueId: linked.uuid });
    await editRoom('Attic');
    await linked.failedAgain(null);
    expect(await linked.connection()).toMatchObject({
      state: 'not_linked',
      error: { code: 'venue_not_linked' },
    });
    await linked.untilStanding(session, 'waiting', 'not_linked');
    await linked.link();
    await linked.untilHeld(session, { room: 'Attic' });
  });
});

describe('staff who mended something need not wait for the next try', () => {
  beforeEach(async () => {
    await linked.faults({ kind: 'reset', count: 1 });
    await editRoom('Attic');
    await linked.failedAgain(null);
  });

  it.each([
    ['Synchronise now', () => '/onefit-aggregator/sync'],
    ['Retry all', () => '/onefit-aggregator/sessions/retry'],
    ['Retry', () => `/onefit-aggregator/sessions/${session}/retry`],
  ])('%s tries at once', async (_name, route) => {
    await linked.staff.post(route()).expect(200);
    await linked.untilHeld(session, { room: 'Attic' });
    await linked.settled();
    expect(await linked.connection()).toMatchObject({ state: 'working', error: null });
  });

  it('Retry of one session leaves the pause of another venue alone', async () => {
    const links = linked.venue.strapi.db.connection('onefit_venue_links');
    const next_attempt_at = new Date(linked.venue.clock.now().getTime() + A_WHILE);
    await links.clone().insert({
      document_id: 'another',
      venue_key: 'another',
      onefit_venue_id: 'of-2',
      linked_at: new Date(),
      next_attempt_at,
    });
    await linked.staff.post(`/onefit-aggregator/sessions/${session}/retry`).expect(200);
    await linked.untilHeld(session, { room: 'Attic' });
    const row: unknown = await links.where({ venue_key: 'another' }).first('next_attempt_at');
    const kept = (row as { next_attempt_at: Date | number }).next_attempt_at;
    expect(new Date(kept)).toEqual(next_attempt_at);
  });
});

describe('where Onefit asks for patience', () => {
  it.each([429, 503])('%i: a press does not shorten that', async (status) => {
    await linked.faults({ kind: 'status', status, retryAfter: 60 });
    await editRoom('Attic');
    const { next } = await linked.failedAgain(null);
    const before = await linked.calls();
    await linked.staff.post('/onefit-aggregator/sync').expect(200);
    await linked.staff.post(`/onefit-aggregator/sessions/${session}/retry`).expect(200);
    await sleep(A_WHILE);
    expect(await linked.calls()).toBe(before);
    expect(await linked.nextAttempt()).toEqual(next);
  });
});
