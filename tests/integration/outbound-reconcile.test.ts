import type { Connection } from '../../src/plugins/onefit-aggregator/server/src/connection-service';
import { forget, heldNow, leaveAtOnefit, linkRows, reconcileAt } from '../support/at-onefit';
import type { Report } from '../support/at-onefit';
import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';
import { contentManager } from '../support/staff';

const MINUTE = 60_000;

const linked = LinkedVenue.forThisFile();
let activity: Doc;

jest.setTimeout(60_000);

beforeEach(async () => {
  await linked.begin();
  activity = await makeActivity(linked.venue.strapi, linked.place);
});

const onOnefit = (count = 1) => linked.onOnefit(activity, count);

async function synchronise(): Promise<Report> {
  const answer = await linked.staff.post('/onefit-aggregator/sync').expect(200);
  return answer.body as Report;
}

describe('asking Onefit what it holds', () => {
  it('is content when it holds what it was told', async () => {
    await onOnefit(3);
    const before = await linked.calls();
    expect(await synchronise()).toMatchObject({ held: 3, found: 0, healed: 0, unknown: 0 });
    await linked.settled();
    expect(await linked.calls()).toBe(before);
  });

  it('finds what Onefit lost, all pages long, and sends it again', async () => {
    const sessions = await onOnefit(3);
    await forget(linked, ...sessions.slice(1));
    expect(await synchronise()).toMatchObject({ held: 1, found: 2, healed: 2 });
    for (const session of sessions) await linked.untilHeld(session, { status: 'scheduled' });
    await linked.settled();
    expect(await synchronise()).toMatchObject({ held: 3, found: 0 });
  });

  it('finds an older version', async () => {
    const [session] = await onOnefit();
    const older = await heldNow(linked, session);
    await linked.staff.put(contentManager('appointment', session), { room: 'Attic' }).expect(200);
    await linked.untilHeld(session, { room: 'Attic' });
    await linked.settled();
    await forget(linked, session);
    await leaveAtOnefit(linked, older);
    expect(await synchronise()).toMatchObject({ found: 1, healed: 1 });
    await linked.untilHeld(session, { room: 'Attic' });
  });

  it('finds a newer version than there is here, and rises above it', async () => {
    const [session] = await onOnefit();
    const held = await heldNow(linked, session);
    const newer = held.version + 5_000;
    await leaveAtOnefit(linked, { ...held, version: newer, room: 'After the backup' });
    expect(await synchronise()).toMatchObject({ found: 1, healed: 1 });
    const healed = await linked.untilHeld(session, { room: null });
    expect(healed.version).toBeGreaterThan(newer);
  });

  it('finds another state under the same version', async () => {
    const [session] = await onOnefit();
    const held = await heldNow(linked, session);
    await forget(linked, session);
    await leaveAtOnefit(linked, { ...held, status: 'withdrawn', availableSpots: 0 });
    expect(await synchronise()).toMatchObject({ found: 1, healed: 1 });
    await linked.untilHeld(session, { status: 'scheduled' });
  });

  it('withdraws what Onefit shows and should not', async () => {
    const [session] = await onOnefit();
    const held = await heldNow(linked, session);
    await linked.staff
      .put(contentManager('appointment', session), { aggregatorBookings: 'not_allowed' })
      .expect(200);
    await linked.untilHeld(session, { status: 'withdrawn' });
    await linked.settled();
    await forget(linked, session);
    await leaveAtOnefit(linked, held);
    expect(await synchronise()).toMatchObject({ found: 1, healed: 1 });
    await linked.untilHeld(session, { status: 'withdrawn' });
  });

  it('withdraws an appointment of which no record is left', async () => {
    const [session] = await onOnefit();
    const held = await heldNow(linked, session);
    const hidden = await makeAppointment(linked.venue, activity, {
      aggregatorBookings: 'not_allowed',
    });
    await leaveAtOnefit(linked, { ...held, id: hidden.documentId, version: 7 });
    expect(await synchronise()).toMatchObject({ held: 2, found: 1, healed: 1, unknown: 0 });
    await linked.untilHeld(hidden.documentId, { status: 'withdrawn' });
    await linked.settled();
    expect(await synchronise()).toMatchObject({ found: 0, unknown: 0 });
  });

  it('counts what nobody here knows, and says nothing of it to Onefit', async () => {
    const [session] = await onOnefit();
    await leaveAtOnefit(linked, { ...(await heldNow(linked, session)), id: 'never-heard-of' });
    expect(await synchronise()).toMatchObject({ held: 2, found: 0, healed: 0, unknown: 1 });
    await linked.settled();
    expect((await linked.oneAtOnefit('never-heard-of'))?.received).toHaveLength(1);
  });

  it('does not follow a version that cannot have come from here', async () => {
    const [session] = await onOnefit();
    const { desired_version } = await linked.record(session);
    await leaveAtOnefit(linked, { ...(await heldNow(linked, session)), version: 2 ** 31 - 1 });
    expect(await synchronise()).toMatchObject({ found: 0, healed: 0, unknown: 1 });
    expect((await linked.record(session)).desired_version).toBe(desired_version);
  });

  it('marks nothing when it fails, and notes why and when it is tried again', async () => {
    const [session] = await onOnefit();
    await forget(linked, session);
    for (const [fault, code] of [
      [{ kind: 'status', status: 500 }, 'http_500'],
      [{ kind: 'malformed_json' }, 'malformed_answer'],
      [{ kind: 'wrong_schema' }, 'malformed_answer'],
      [{ kind: 'redirect' }, 'http_307'],
    ] as const) {
      await linked.faults({ ...fault, calls: ['sessions.get'] });
      const report = await synchronise();
      const venue = linked.place.venue.documentId;
      expect(report).toMatchObject({ venuesDone: 0, found: 0, failures: [{ venue, code }] });
    }
    expect(await linked.connection()).toMatchObject({ state: 'working', waiting: 0 });
    const [link] = await linkRows(linked);
    expect(link?.reconcile_error).toBe('http_307');
    await linked.faults();
    expect(await synchronise()).toMatchObject({ venuesDone: 1, found: 1, failures: [] });
  });

  it('says that the venue waits for its link when Onefit lost that', async () => {
    const [session] = await onOnefit();
    await linked.sandbox.control('POST', '/forget', { what: 'link' });
    const { failures } = await synchronise();
    expect(failures).toEqual([expect.objectContaining({ code: 'venue_not_linked' })]);
    expect(await linked.connection()).toMatchObject({ state: 'not_linked' });
    await linked.staff.put(contentManager('appointment', session), { room: 'Attic' }).expect(200);
    await linked.untilStanding(session, 'waiting', 'not_linked');
    await linked.link();
    await linked.untilHeld(session, { room: 'Attic' });
    expect(await linked.connection()).toMatchObject({ state: 'working' });
  });
});

describe('a delivery that Onefit calls stale', () => {
  it('does not count as the truth for ever: Onefit is asked, and it is sent above', async () => {
    const [session] = await onOnefit();
    const held = await heldNow(linked, session);
    await leaveAtOnefit(linked, { ...held, version: held.version + 5_000, room: 'Elsewhere' });
    await linked.staff.put(contentManager('appointment', session), { room: 'Attic' }).expect(200);
    await linked.untilStanding(session, 'on_onefit', 'delivered');
    expect(await heldNow(linked, session)).toMatchObject({ room: 'Elsewhere' });
    await reconcileAt(linked, Date.now() + 3 * MINUTE);
    await linked.untilHeld(session, { room: 'Attic' });
  });

  it('is sent once more by the sweep, since nobody knows what it holds', async () => {
    const [session] = await onOnefit();
    const before = await heldNow(linked, session);
    await linked.changeRecord(session, { acknowledged_version: 0, sent_payload: null });
    connection().wake();
    await linked.settled();
    expect(await synchronise()).toMatchObject({ marked: 1 });
    await linked.settled();
    expect((await heldNow(linked, session)).version).toBeGreaterThan(before.version);
    expect(await synchronise()).toMatchObject({ marked: 0 });
  });
});

function connection(): Connection {
  return linked.venue.strapi.plugin('onefit-aggregator').service<Connection>('connection');
}
