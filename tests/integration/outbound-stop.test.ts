import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '../../src/plugins/onefit-aggregator/server/src/connection-service';
import { LEASE_MS } from '../../src/plugins/onefit-aggregator/server/src/outbound/claim';
import { createOnefitClient } from '../../src/plugins/onefit-aggregator/server/src/outbound/onefit-client';
import { createSender } from '../../src/plugins/onefit-aggregator/server/src/outbound/sender';
import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';
import { createPartner } from '../support/partner';
import { contentManager } from '../support/staff';
import { until } from '../support/wait';

/** Longer than the sender ever waits between two looks. */
const A_WHILE = 1_500;

const linked = LinkedVenue.forThisFile();
let sessions: string[];
let activity: Doc;

jest.setTimeout(40_000);

beforeEach(async () => {
  await linked.begin();
  activity = await makeActivity(linked.venue.strapi, linked.place);
  sessions = [];
  for (let made = 0; made < 2; made += 1) {
    sessions.push((await makeAppointment(linked.venue, activity)).documentId);
  }
  await linked.link();
  await linked.settled();
});

function connection(): Connection {
  return linked.venue.strapi.plugin('onefit-aggregator').service<Connection>('connection');
}

async function editRooms(room: string): Promise<void> {
  for (const session of sessions) {
    await linked.staff.put(contentManager('appointment', session), { room }).expect(200);
  }
}

async function leased(): Promise<string[]> {
  const rows = await linked.venue.strapi.db
    .connection('onefit_sync_records')
    .whereNotNull('lease_token')
    .select<Array<{ subject: string }>>('subject');
  return rows.map((row) => row.subject);
}

/** Edits both sessions so that they travel in one batch, and waits until it is under way. */
async function sendBoth(room: string): Promise<void> {
  await linked.venue.strapi.db
    .connection('onefit_venue_links')
    .update({ next_attempt_at: new Date(linked.venue.clock.now().getTime() + 60_000) });
  await editRooms(room);
  await linked.venue.strapi.db.connection('onefit_venue_links').update({ next_attempt_at: null });
  await until('a claim of both', async () => (await leased()).length === 2);
}

/** Sends both, to be answered after a second such that the batch is halved; gives the calls before. */
async function sendBothToBeSplit(): Promise<number> {
  linked.venue.clock.advance(0);
  await linked.faults(
    { kind: 'latency', ms: 1_000, count: 1 },
    { kind: 'status', status: 400, count: 1 },
  );
  const before = await linked.calls();
  await sendBoth('Attic');
  return before;
}

describe('an instance that was held up until its lease was lost', () => {
  it('makes no further call for what another has taken over', async () => {
    const before = await sendBothToBeSplit();
    const lease_until = new Date(linked.venue.clock.now().getTime() + 10 * LEASE_MS);
    for (const session of sessions) {
      await linked.changeRecord(session, { lease_token: 'another', lease_until });
    }
    // The answer would have the batch split in two; by then the lease is nearly over.
    linked.venue.clock.advance(LEASE_MS - 5_000);
    await sleep(1_000 + A_WHILE);
    expect((await linked.calls()) - before).toBe(1);
    expect(await leased()).toHaveLength(2);
    expect(await linked.connection()).toMatchObject({ state: 'working', refused: 0, waiting: 2 });
  });

  it('leaves what another has taken over alone, though the rest is still its own', async () => {
    await sendBothToBeSplit();
    const [taken = '', kept = ''] = sessions;
    const lease_until = new Date(linked.venue.clock.now().getTime() + 10 * LEASE_MS);
    await linked.changeRecord(taken, { lease_token: 'another', lease_until });
    linked.venue.clock.advance(LEASE_MS - 5_000);
    // The rest is given back, and goes out by a claim of its own.
    await linked.untilHeld(kept, { room: 'Attic' });
    await until('only the other claim', async () => (await leased()).length === 1);
    await sleep(A_WHILE);
    expect(await leased()).toEqual([taken]);
    expect((await linked.oneAtOnefit(taken))?.held).toMatchObject({ room: null });
    expect(await linked.connection()).toMatchObject({ state: 'working', refused: 0, waiting: 1 });
  });

  it('of a killed one is free again well within a minute', () => {
    expect(LEASE_MS).toBeLessThanOrEqual(30_000);
  });
});

describe('an instance that is killed', () => {
  it('leaves nothing at Onefit of a session whose very first attempt it was, and which is then deleted', async () => {
    await linked.faults({ kind: 'latency', ms: 1_500, count: 1 });
    const { documentId } = await makeAppointment(linked.venue, activity);
    await until('the attempt', async () => (await linked.record(documentId)).lease_token);
    // What a killed process leaves: a claim that nobody brings to its end.
    const lease_until = new Date(linked.venue.clock.now().getTime() + 60_000);
    await linked.changeRecord(documentId, { lease_token: 'killed', lease_until });
    await linked.untilHeld(documentId, { status: 'scheduled' });
    await linked.staff.delete(contentManager('appointment', documentId)).expect(200);
    expect((await linked.record(documentId)).sent_payload).toBeNull();
    linked.venue.clock.set(lease_until);
    await linked.untilHeld(documentId, { status: 'withdrawn', availableSpots: 0 });
  });
});

describe('a link that ends while a batch is under way', () => {
  it('ends the sending too: no half of the batch goes out any more, nor is it held up afterwards', async () => {
    const before = await sendBothToBeSplit();
    const onefit = createPartner(linked.venue.url, linked.venue.clock.now);
    const ended = await onefit.call('DELETE', `/venues/${linked.uuid}/link`);
    expect(ended.status).toBe(204);
    linked.venue.clock.advance(1_000);
    await until('the batch to be given back', async () => (await leased()).length === 0);
    await sleep(A_WHILE);
    expect((await linked.calls()) - before).toBe(1);
    await linked.link();
    for (const session of sessions) await linked.untilHeld(session, { room: 'Attic' });
  });
});

describe('an instance that stops', () => {
  // Last, since nothing is sent by this instance afterwards.
  it('waits for what is under way, writes it down, gives leases back, and claims no more', async () => {
    await linked.faults({ kind: 'latency', ms: 1_000, count: 1 });
    await sendBoth('Attic');
    await connection().stop();
    expect(await leased()).toEqual([]);
    expect(await linked.connection()).toMatchObject({ waiting: 0 });
    const before = await linked.calls();
    await linked.venue.strapi.db
      .connection('onefit_sync_records')
      .update({ acknowledged_version: 0 });
    await sleep(A_WHILE);
    expect(await linked.calls()).toBe(before);

    const { strapi, clock } = linked.venue;
    const { venue, settings } = connection();
    const client = createOnefitClient(settings, clock);
    const another = createSender({ strapi, clock, venue: venue(), client });
    another.start();
    await linked.settled();
    await another.stop();
    expect(await linked.calls()).toBe(before + 1);
  });
});
