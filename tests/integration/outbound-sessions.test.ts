import { setTimeout as sleep } from 'node:timers/promises';
import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';
import { createPartner, member } from '../support/partner';
import { contentManager } from '../support/staff';
import { until } from '../support/wait';

const HOUR = 60 * 60_000;
/** Longer than the sender ever waits between two looks. */
const A_WHILE = 1_500;

const linked = LinkedVenue.forThisFile();

jest.setTimeout(30_000);

beforeEach(() => linked.begin());

const activityOf = (data: object = {}) => makeActivity(linked.venue.strapi, linked.place, data);
const appointmentOf = (activity: Doc, data: object = {}) =>
  makeAppointment(linked.venue, activity, data);

async function save(type: string, documentId: string, data: object): Promise<void> {
  await linked.staff.put(contentManager(type, documentId), data).expect(200);
}

async function idsAtOnefit(): Promise<string[]> {
  return (await linked.atOnefit()).map(({ id }) => id).sort();
}

describe('what is sent', () => {
  it('is nothing before the link, then what is allowed and has not ended, and nothing else', async () => {
    const now = linked.venue.clock.now().getTime();
    const over = {
      startsAt: new Date(now - 2 * HOUR).toISOString(),
      endsAt: new Date(now - HOUR).toISOString(),
    };
    const allowed = await activityOf();
    const kept = await activityOf({ aggregatorBookings: 'not_allowed' });
    const first = await appointmentOf(allowed);
    const running = await appointmentOf(allowed, { ...over, endsAt: new Date(now + HOUR) });
    const own = await appointmentOf(kept, { aggregatorBookings: 'allowed' });
    await appointmentOf(allowed, { aggregatorBookings: 'not_allowed' });
    const past = await appointmentOf(allowed, over);
    await appointmentOf(kept);
    await sleep(A_WHILE);
    expect(await linked.calls()).toBe(0);
    expect(await linked.connection()).toMatchObject({ state: 'not_linked', waiting: 3 });
    await linked.link();
    await linked.settled();
    expect(await idsAtOnefit()).toEqual([first, running, own].map((doc) => doc.documentId).sort());
    const onefit = createPartner(linked.venue.url, linked.venue.clock.now);
    expect((await onefit.session(linked.uuid, first.documentId)).status).toBe(200);
    expect((await onefit.session(linked.uuid, past.documentId)).status).toBe(404);
  });

  it('does not count as waiting for the link once it is over', async () => {
    const { documentId } = await appointmentOf(await activityOf());
    expect(await linked.connection()).toMatchObject({ state: 'not_linked', waiting: 1 });
    const now = linked.venue.clock.now().getTime();
    await linked.venue.strapi.db
      .connection('appointments')
      .where({ document_id: documentId })
      .update({ starts_at: new Date(now - 2 * HOUR), ends_at: new Date(now - HOUR) });
    expect(await linked.connection()).toMatchObject({ state: 'not_linked', waiting: 0 });
  });

  it('travels in batches of at most 100', async () => {
    const repeated = (time: string) => `DTSTART:20260101T${time}\nDURATION:PT1H\nRRULE:FREQ=DAILY`;
    await activityOf({ recurrenceRule: `${repeated('090000')}\n${repeated('180000')}` });
    const { waiting } = await linked.connection();
    expect(waiting).toBeGreaterThan(100);
    await linked.link();
    await linked.settled();
    const sessions = await linked.atOnefit();
    const arrivals = sessions.flatMap(({ received }) => received.map(({ arrival }) => arrival));
    const sizes = [...new Set(arrivals)].map(
      (arrival) => arrivals.filter((other) => other === arrival).length,
    );
    expect(sizes.sort((a, b) => b - a)).toEqual([100, waiting - 100]);
  });

  it('stops with the batch under way when the link ends', async () => {
    const daily = 'DTSTART:20260101T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY';
    const rule = ['09', '12', '15', '18', '20'].map((hour) => daily.replace('T09', `T${hour}`));
    await activityOf({ recurrenceRule: rule.join('\n') });
    const { waiting } = await linked.connection();
    expect(waiting).toBeGreaterThan(250);
    await linked.faults({ kind: 'latency', ms: 400 });
    await linked.link();
    await until('the first batch', async () => (await linked.calls()) > 0);
    const onefit = createPartner(linked.venue.url, linked.venue.clock.now);
    const ended = await onefit.call('DELETE', `/venues/${linked.uuid}/link`);
    expect(ended.status).toBe(204);
    await sleep(A_WHILE);
    // The one that was answered, and the one that was on its way.
    expect(await linked.calls()).toBeLessThanOrEqual(2);
    expect((await linked.atOnefit()).length).toBeLessThan(waiting);
  });

  it('is also what it became while an earlier state was under way', async () => {
    const { documentId } = await appointmentOf(await activityOf());
    await linked.link();
    await linked.settled();
    await linked.faults({ kind: 'latency', ms: 2_000, count: 1 });
    await save('appointment', documentId, { room: 'Under way' });
    await until('a claim', async () => (await linked.record(documentId)).lease_token);
    // What is claimed is on the wire a moment later, and stays there for two seconds.
    await sleep(500);
    await save('appointment', documentId, { room: 'Meanwhile' });
    await linked.untilHeld(documentId, { room: 'Meanwhile' });
  });

  it('is the last of many quick edits, in a few requests', async () => {
    const { documentId } = await appointmentOf(await activityOf());
    await linked.link();
    await linked.settled();
    const before = await linked.calls();
    for (let edit = 1; edit <= 10; edit += 1) {
      await save('appointment', documentId, { room: `Room ${edit}` });
    }
    await linked.untilHeld(documentId, { room: 'Room 10' });
    expect((await linked.calls()) - before).toBeLessThan(10);
  });
});

describe('the rule of an activity', () => {
  it('withdraws its sessions when it is switched off, and offers them when it is on again', async () => {
    const activity = await activityOf();
    const { documentId } = await appointmentOf(activity);
    await linked.link();
    const offered = await linked.untilHeld(documentId, { status: 'scheduled' });
    await save('activity', activity.documentId, { aggregatorBookings: 'not_allowed' });
    const withdrawn = await linked.untilHeld(documentId, { status: 'withdrawn' });
    await save('activity', activity.documentId, { aggregatorBookings: 'allowed' });
    const again = await linked.untilHeld(documentId, { status: 'scheduled' });
    expect(withdrawn.version).toBeGreaterThan(offered.version);
    expect(again.version).toBeGreaterThan(withdrawn.version);
  });

  it('mentions nothing that was allowed and taken back before Onefit could hear of it', async () => {
    const activity = await activityOf();
    const taken = await appointmentOf(activity);
    const cancelled = await appointmentOf(activity);
    const left = await appointmentOf(activity);
    await save('appointment', taken.documentId, { aggregatorBookings: 'not_allowed' });
    await linked.staff
      .post(`/front-desk/appointments/${cancelled.documentId}/cancel`, { reason: 'Too few' })
      .expect(200);
    await linked.link();
    await linked.settled();
    expect(await idsAtOnefit()).toEqual([left.documentId]);
    await save('appointment', taken.documentId, { aggregatorBookings: 'allowed' });
    await linked.untilHeld(taken.documentId, { status: 'scheduled' });
  });
});

describe('a version', () => {
  it('rises with every change, also when the clock stands still or goes back', async () => {
    const { documentId } = await appointmentOf(await activityOf());
    await linked.link();
    await linked.untilHeld(documentId, { status: 'scheduled' });
    linked.venue.clock.advance(0);
    await save('appointment', documentId, { room: 'A' });
    await linked.untilHeld(documentId, { room: 'A' });
    // Within what Onefit takes as the difference of two clocks.
    linked.venue.clock.advance(-4 * 60_000);
    await save('appointment', documentId, { room: 'B' });
    await linked.untilHeld(documentId, { room: 'B' });
    const versions = (await linked.oneAtOnefit(documentId))?.received.map((one) => one.version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(await violations()).toEqual([]);
  });

  it('does not fall behind Onefit’s after a backup of the database is restored', async () => {
    const { documentId } = await appointmentOf(await activityOf());
    await linked.link();
    await linked.untilHeld(documentId, { status: 'scheduled' });
    await save('appointment', documentId, { room: 'Before the accident' });
    const before = await linked.untilHeld(documentId, { room: 'Before the accident' });
    await linked.settled();
    // As if the record were of last week.
    const older = before.version - 7 * 24 * 3600;
    await linked.changeRecord(documentId, { desired_version: older, acknowledged_version: older });
    // Versions rise with the seconds; several changes within one are ahead of it by as many.
    linked.venue.clock.advance(60_000);
    await save('appointment', documentId, { room: 'After it' });
    const after = await linked.untilHeld(documentId, { room: 'After it' });
    expect(after.version).toBeGreaterThan(before.version);
  });
});

async function violations(): Promise<unknown[]> {
  const state = await linked.sandbox.control<{ violations: unknown[] }>('GET', '/state');
  return state.violations;
}

describe('the end', () => {
  it('of the order withdraws every session; bookings stay, and no new ones are taken', async () => {
    const { documentId } = await appointmentOf(await activityOf());
    await linked.link();
    await linked.untilHeld(documentId, { status: 'scheduled' });
    const onefit = createPartner(linked.venue.url, linked.venue.clock.now);
    expect((await onefit.book(linked.uuid, 'b-1', documentId, member('m-1'))).status).toBe(201);
    await linked.staff.delete('/onefit-aggregator/extension-order').expect(204);
    await linked.untilHeld(documentId, { status: 'withdrawn', availableSpots: 0 });
    expect((await onefit.booking(linked.uuid, 'b-1')).body).toMatchObject({ status: 'confirmed' });
    const late = await onefit.book(linked.uuid, 'b-2', documentId, member('m-2'));
    expect([late.status, late.body.code]).toEqual([410, 'session_withdrawn']);
    expect(await linked.connection()).toMatchObject({ state: 'not_ordered', waiting: 0 });
  });

  it('of an appointment that is deleted: it is withdrawn as it was last sent', async () => {
    const { documentId } = await appointmentOf(await activityOf(), { room: 'Attic' });
    await linked.link();
    await linked.untilHeld(documentId, { status: 'scheduled' });
    await linked.staff.delete(contentManager('appointment', documentId)).expect(200);
    await linked.untilHeld(documentId, { status: 'withdrawn', room: 'Attic', availableSpots: 0 });
  });

  it('of the link ends the sending; a new link brings Onefit up to date', async () => {
    const { documentId } = await appointmentOf(await activityOf());
    await linked.link();
    await linked.untilHeld(documentId, { status: 'scheduled' });
    await linked.sandbox.control('DELETE', `/links/${linked.uuid}`);
    const before = await linked.calls();
    await save('appointment', documentId, { room: 'Attic' });
    await sleep(A_WHILE);
    expect(await linked.calls()).toBe(before);
    await linked.link();
    await linked.untilHeld(documentId, { room: 'Attic' });
  });
});
