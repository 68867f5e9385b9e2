import type { Connection } from '../../src/plugins/onefit-aggregator/server/src/connection-service';
import { holdOn } from '../../src/plugins/onefit-aggregator/server/src/outbound/lease';
import { CallFailed } from '../../src/plugins/onefit-aggregator/server/src/outbound/onefit-client';
import type { OnefitClient } from '../../src/plugins/onefit-aggregator/server/src/outbound/onefit-client';
import { reconcileVenue } from '../../src/plugins/onefit-aggregator/server/src/outbound/reconcile';
import { forget, linkRows, reconcileAt } from '../support/at-onefit';
import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';
import { until } from '../support/wait';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const linked = LinkedVenue.forThisFile();
let activity: Doc;
let session: string;

jest.setTimeout(60_000);

beforeEach(async () => {
  await linked.begin();
  activity = await makeActivity(linked.venue.strapi, linked.place);
  [session] = await linked.onOnefit(activity);
});

const links = () => linked.venue.strapi.db.connection('onefit_venue_links');

/** How often Onefit was asked what it holds when the clock looked at this instant. */
async function askedAt(time: number): Promise<number> {
  const before = await linked.calls('sessions.get');
  await reconcileAt(linked, time);
  return (await linked.calls('sessions.get')) - before;
}

/** Another instance asks, so that this one's own clock does not meddle; gives what ends that. */
async function keepOwnClockOut(): Promise<() => Promise<unknown>> {
  const leases = () => linked.venue.strapi.db.connection('onefit_leases');
  const name = `reconcile:${linked.place.venue.documentId}`;
  await leases().where({ name }).delete();
  await leases().insert({
    ...{ document_id: 'another', name, token: 'another' },
    lease_until: new Date(Date.now() + DAY),
  });
  return () => leases().where({ name }).delete();
}

/** The nightly question is answered so, with nothing due; gives when it was asked. */
async function failByNight(fault: object): Promise<number> {
  await linked.faults({ ...fault, calls: ['sessions.get'] });
  const night = Date.now();
  await links().update({ reconcile_at: new Date(night - MINUTE) });
  expect(await askedAt(night)).toBe(1);
  return night;
}

describe('a connection that fails while nothing is due', () => {
  it.each([401, 403])(
    '%i: is probed once a minute, and is sound once it answers',
    async (status) => {
      const night = await failByNight({ kind: 'status', status });
      const failing = { state: 'needs_attention', waiting: 0, error: { code: `http_${status}` } };
      expect(await linked.connection()).toMatchObject(failing);
      expect(await askedAt(night + 20 * SECOND)).toBe(0);
      // The clock looks once a minute, and not always at the same moment of it.
      expect(await askedAt(night + 59 * SECOND)).toBe(1);
      expect(await askedAt(night + 80 * SECOND)).toBe(0);
      expect(await linked.connection()).toMatchObject(failing);
      await linked.faults();
      expect(await askedAt(night + 120 * SECOND)).toBe(1);
      expect(await linked.connection()).toMatchObject({
        state: 'working',
        failingSince: null,
        nextAttemptAt: null,
        error: null,
      });
      // What it was asked, it answered: there is nothing more to ask before the next night.
      expect(await askedAt(night + 180 * SECOND)).toBe(0);
    },
  );

  it('is probed no sooner than Onefit says, and otherwise at the pace of deliveries', async () => {
    const now = Date.now();
    await links().update({
      attempts: 3,
      failing_since: new Date(now - MINUTE),
      next_attempt_at: new Date(now + 60 * SECOND),
      error_code: 'http_503',
    });
    const ask = { calls: ['sessions.get'], kind: 'status', status: 503 };
    await linked.faults({ ...ask, retryAfter: 90 });
    expect(await askedAt(now + 59 * SECOND)).toBe(0);
    expect(await askedAt(now + 60 * SECOND)).toBe(1);
    expect(await linked.nextAttempt()).toEqual(new Date(now + 150 * SECOND));
    await linked.faults({ ...ask, status: 500 });
    expect(await askedAt(now + 149 * SECOND)).toBe(0);
    expect(await askedAt(now + 150 * SECOND)).toBe(1);
    // The fifth failure in a row: 80 seconds, give or take a fifth.
    const pause = ((await linked.nextAttempt())?.getTime() ?? 0) - (now + 150 * SECOND);
    expect(pause).toBeGreaterThanOrEqual(64 * SECOND);
    expect(pause).toBeLessThanOrEqual(96 * SECOND);
    await linked.faults();
    expect(await askedAt(now + 150 * SECOND + pause)).toBe(1);
    expect(await linked.connection()).toMatchObject({ state: 'working', error: null });
  });

  it('is probed after what was due is over, and so said by nobody', async () => {
    const letOwnClockIn = await keepOwnClockOut();
    await linked.faults({ kind: 'status', status: 500 });
    // From here on the clock stands still.
    linked.venue.clock.advance(0);
    const { documentId } = await makeAppointment(linked.venue, activity);
    const { next } = await linked.failedAgain(null);
    const now = linked.venue.clock.now().getTime();
    await linked.venue.strapi.db
      .connection('appointments')
      .where({ document_id: documentId })
      .update({ starts_at: new Date(now - 2 * MINUTE), ends_at: new Date(now - MINUTE) });
    linked.venue.clock.set(next);
    await until('nothing to say', async () => {
      const { desired_version, acknowledged_version } = await linked.record(documentId);
      return acknowledged_version === desired_version;
    });
    expect(await linked.connection()).toMatchObject({ state: 'degraded', waiting: 0 });
    await linked.faults();
    await letOwnClockIn();
    await reconcileAt(linked, next.getTime());
    expect(await linked.connection()).toMatchObject({ state: 'working', error: null });
  });

  it('that answers again has what differs there sent, and is sound by that', async () => {
    const night = await failByNight({ kind: 'status', status: 401 });
    await forget(linked, session);
    await linked.faults();
    expect(await askedAt(night + 60 * SECOND)).toBe(1);
    // What is sent now finds out by itself, at the moment that was set for the next try.
    linked.venue.clock.set(new Date(night + 61 * SECOND));
    await linked.untilHeld(session, { status: 'scheduled' });
    await linked.settled();
    expect(await linked.connection()).toMatchObject({ state: 'working', error: null });
  });
});

describe('a connection that fails while something is due', () => {
  it('is probed by its delivery alone', async () => {
    await linked.faults({ kind: 'status', status: 401 });
    linked.venue.clock.advance(0);
    await makeAppointment(linked.venue, activity);
    const { next } = await linked.failedAgain(null);
    await links().update({ reconcile_at: new Date(next.getTime() - DAY) });
    expect(await askedAt(next.getTime())).toBe(0);
  });
});

describe('a Retry-After that Onefit gives to the question what it holds', () => {
  it.each([
    ['two hours', 2 * 60 * 60, 2 * 60 * MINUTE],
    ['31 years', 999_999_999, DAY],
  ])('%s: is obeyed, for a day at most', async (_name, seconds, pauseMs) => {
    const { strapi, clock } = linked.venue;
    const busy = () => Promise.reject(new CallFailed('busy', 'http_503', 'busy', seconds));
    const client: OnefitClient = { put: busy, held: busy };
    const venue = strapi.plugin('onefit-aggregator').service<Connection>('connection').venue();
    const place = { venueKey: linked.place.venue.documentId, uuid: linked.uuid };
    clock.advance(0);
    const asked = clock.now().getTime();
    const question = reconcileVenue({ strapi, clock, venue, client }, place, holdOn);
    await expect(question).rejects.toThrow(CallFailed);
    const [link] = await linkRows(linked);
    expect(new Date(link?.reconcile_at ?? 0)).toEqual(new Date(asked + pauseMs));
  });
});
