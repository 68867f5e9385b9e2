import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '../../src/plugins/onefit-aggregator/server/src/connection-service';
import { claim } from '../../src/plugins/onefit-aggregator/server/src/outbound/claim';
import { createOnefitClient } from '../../src/plugins/onefit-aggregator/server/src/outbound/onefit-client';
import { sweep } from '../../src/plugins/onefit-aggregator/server/src/outbound/sweep';
import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';
import { contentManager } from '../support/staff';
import { until } from '../support/wait';

/** Longer than the sender ever waits between two looks. */
const A_WHILE = 1_500;
/** Longer than a claim holds, and less than the clocks of two parties may differ. */
const LEASE_OVER = 60_000;

const linked = LinkedVenue.forThisFile();
let activity: Doc;

jest.setTimeout(40_000);

beforeEach(async () => {
  await linked.begin();
  activity = await makeActivity(linked.venue.strapi, linked.place);
});

const appointmentOf = () => makeAppointment(linked.venue, activity);

async function save(documentId: string, data: object): Promise<void> {
  await linked.staff.put(contentManager('appointment', documentId), data).expect(200);
}

async function cancel(documentId: string): Promise<void> {
  await linked.staff
    .post(`/front-desk/appointments/${documentId}/cancel`, { reason: 'Ill', confirm: true })
    .expect(200);
}

async function linkedSession(): Promise<string> {
  const { documentId } = await appointmentOf();
  await linked.linkAndShow([documentId]);
  return documentId;
}

function connection(): Connection {
  return linked.venue.strapi.plugin('onefit-aggregator').service<Connection>('connection');
}

/** Claims as another instance on the same database would. */
function claimAsAnotherInstance(limit: number) {
  const { clock } = linked.venue;
  return claim(connection().venue(), linked.place.venue.documentId, limit, clock.now());
}

/** Links the venue, and keeps this instance's own sender from it: its turn comes in an hour. */
async function linkOutOfTurn(): Promise<void> {
  const now = linked.venue.clock.now();
  await linked.venue.strapi.db.connection('onefit_venue_links').insert({
    document_id: 'linked-out-of-turn',
    created_at: now,
    updated_at: now,
    published_at: now,
    venue_key: linked.place.venue.documentId,
    onefit_venue_id: 'of-1',
    linked_at: now,
    next_attempt_at: new Date(now.getTime() + 60 * 60_000),
  });
}

describe('two instances', () => {
  it('each claim other records: none is claimed twice, none is left over', async () => {
    const made = [];
    for (let count = 0; count < 12; count += 1) made.push((await appointmentOf()).documentId);
    await linkOutOfTurn();
    const claims = await Promise.all([1, 2, 3].map(() => claimAsAnotherInstance(5)));
    const claimed = claims.flatMap((held) => held?.records.map(({ subject }) => subject) ?? []);
    expect(claimed).toHaveLength(new Set(claimed).size);
    const rest = await claimAsAnotherInstance(100);
    const left = rest?.records.map(({ subject }) => subject) ?? [];
    expect([...claimed, ...left].sort()).toEqual(made.sort());
    expect(await claimAsAnotherInstance(100)).toBeNull();
  });

  it('respect each other’s lease until it is over', async () => {
    const session = await linkedSession();
    const leaseUntil = new Date(linked.venue.clock.now().getTime() + LEASE_OVER);
    await linked.changeRecord(session, { lease_token: 'another', lease_until: leaseUntil });
    await save(session, { room: 'Attic' });
    await sleep(A_WHILE);
    expect((await linked.oneAtOnefit(session))?.held).toMatchObject({ room: null });
    expect(await linked.standing(session)).toMatchObject({ state: 'waiting', reason: 'sending' });
    linked.venue.clock.set(leaseUntil);
    await linked.untilHeld(session, { room: 'Attic' });
  });

  it('write nothing down for records that another has taken over meanwhile', async () => {
    const session = await linkedSession();
    await linked.faults({ kind: 'latency', ms: 1_500, count: 1 });
    const before = await linked.calls();
    await save(session, { room: 'Attic' });
    await until('a claim', async () => (await linked.record(session)).lease_token);
    const leaseUntil = new Date(linked.venue.clock.now().getTime() + LEASE_OVER);
    await linked.changeRecord(session, { lease_token: 'another', lease_until: leaseUntil });
    await until('the answer', async () => (await linked.calls()) > before);
    await sleep(A_WHILE);
    const { desired_version, acknowledged_version } = await linked.record(session);
    expect(acknowledged_version).toBeLessThan(desired_version);
    linked.venue.clock.set(leaseUntil);
    await linked.untilStanding(session, 'on_onefit', 'delivered');
    const { received = [] } = (await linked.oneAtOnefit(session)) ?? {};
    expect(received.at(-2)).toMatchObject({ version: desired_version, outcome: 'accepted' });
    // What became of that attempt nobody knows any more, so this one has a version of its own.
    expect(received.at(-1)).toMatchObject({ version: desired_version + 1, outcome: 'accepted' });
  });

  it('do not sweep at the same time', async () => {
    const leases = linked.venue.strapi.db.connection('onefit_leases');
    const until = new Date(linked.venue.clock.now().getTime() + LEASE_OVER);
    await leases.insert({
      document_id: 'sweep',
      name: 'sweep',
      token: 'another',
      lease_until: until,
    });
    const running = await linked.staff.post('/onefit-aggregator/sync').expect(200);
    expect(running.body).toMatchObject({ running: true });
    linked.venue.clock.set(until);
    const swept = await linked.staff.post('/onefit-aggregator/sync').expect(200);
    expect(swept.body).toMatchObject({ looked: 0, marked: 0, resolved: 0 });
  });
});

describe('a steady stream of changes', () => {
  it('does not keep the sender from looking', async () => {
    const session = await linkedSession();
    const { wake } = connection();
    const stream = setInterval(wake, 3);
    try {
      await save(session, { room: 'Attic' });
      await linked.untilHeld(session, { room: 'Attic' });
    } finally {
      clearInterval(stream);
    }
  });
});

describe('the sweep', () => {
  const appointments = () => linked.venue.strapi.db.connection('appointments');

  async function synchronise(): Promise<{ looked: number; marked: number }> {
    const answer = await linked.staff.post('/onefit-aggregator/sync').expect(200);
    return answer.body as { looked: number; marked: number };
  }

  it('finds a change that no hook saw, and is content afterwards', async () => {
    const session = await linkedSession();
    await appointments().where({ document_id: session }).update({ room: 'Behind the scenes' });
    await sleep(A_WHILE);
    expect((await linked.oneAtOnefit(session))?.held).toMatchObject({ room: null });
    expect(await synchronise()).toMatchObject({ looked: 1, marked: 1, resolved: 0 });
    await linked.untilHeld(session, { room: 'Behind the scenes' });
    await linked.settled();
    expect(await synchronise()).toMatchObject({ looked: 1, marked: 0, resolved: 0 });
  });

  it('finds a row that is gone, once', async () => {
    const session = await linkedSession();
    await appointments().where({ document_id: session }).delete();
    expect(await synchronise()).toMatchObject({ looked: 0, marked: 1, resolved: 0 });
    await linked.untilHeld(session, { status: 'withdrawn' });
    await linked.settled();
    expect(await synchronise()).toMatchObject({ looked: 0, marked: 0, resolved: 0 });
  });

  it('finds an appointment that was never announced', async () => {
    await linkedSession();
    const { documentId } = await appointmentOf();
    await linked.settled();
    const records = linked.venue.strapi.db.connection('onefit_sync_records');
    await records.where({ subject: documentId }).delete();
    expect(await synchronise()).toMatchObject({ looked: 2, marked: 1, resolved: 0 });
    expect(await linked.record(documentId)).toBeDefined();
  });

  it('finds what changed behind a refusal, and leaves the refusal alone otherwise', async () => {
    const { documentId } = await appointmentOf();
    await linked.faults({ kind: 'reject', sessionIds: [documentId], code: 'class_unknown' });
    await linked.link();
    await linked.untilStanding(documentId, 'needs_attention', 'refused');
    const { desired_version } = await linked.record(documentId);
    await sweepByTheClock();
    expect((await linked.record(documentId)).desired_version).toBe(desired_version);
    await appointments().where({ document_id: documentId }).update({ room: 'Attic' });
    await linked.faults();
    await sweepByTheClock();
    await linked.untilHeld(documentId, { room: 'Attic' });
  });

  /** As the clock does it: without the retry of refusals that staff's button brings. */
  async function sweepByTheClock(): Promise<void> {
    const { strapi, clock } = linked.venue;
    const { venue, settings } = connection();
    await sweep({ strapi, clock, venue: venue(), client: createOnefitClient(settings, clock) });
  }
});

describe('a cancellation', () => {
  it('goes before all other work, however late it came', async () => {
    const sessions = [];
    for (let made = 0; made < 6; made += 1) sessions.push((await appointmentOf()).documentId);
    await linked.link();
    await linked.settled();
    const last = sessions.at(-1) ?? '';
    await holdBack();
    for (const session of sessions) await save(session, { room: 'Attic' });
    await cancel(last);
    await letGoOneByOne();
    await linked.settled();
    const arrivals = new Map(
      (await linked.atOnefit()).map(({ id, received }) => [id, received.at(-1)?.arrival ?? 0]),
    );
    const { [last]: first, ...others } = Object.fromEntries(arrivals);
    expect(first).toBeLessThan(Math.min(...Object.values(others)));
    expect((await linked.oneAtOnefit(last))?.held).toMatchObject({ status: 'cancelled' });
  });

  it('of a booking that was checked in before goes first too', async () => {
    const session = await linkedSession();
    const { booking } = await linked.sandbox.control<{ booking: { id: string } }>(
      'POST',
      '/bookings',
      {
        venueId: linked.uuid,
        sessionId: session,
        member: { id: 'm-1', firstName: 'Mem', lastName: 'Ber' },
      },
    );
    const signIn = await linked.staff.get(`/front-desk/appointments/${session}/sign-in`);
    const [entry] = (signIn.body as { bookings: Doc[] }).bookings;
    await linked.staff.post(`/front-desk/bookings/${entry?.documentId}/check-in`).expect(200);
    await linked.settled();
    await cancel(session);
    const record = await linked.record(entry?.documentId ?? '');
    expect(Boolean(record.urgent)).toBe(true);
    await until('Onefit to know', async () => {
      const path = `/bookings/${booking.id}`;
      const { status } = await linked.sandbox.control<{ status: string }>('GET', path);
      return status === 'cancelled_by_venue';
    });
  });

  /** Nothing is sent for the venue until it is let go. */
  async function holdBack(): Promise<void> {
    const next_attempt_at = new Date(linked.venue.clock.now().getTime() + LEASE_OVER);
    await linked.venue.strapi.db.connection('onefit_venue_links').update({ next_attempt_at });
  }

  /** As after many failures: batches of one, so that the order shows. */
  async function letGoOneByOne(): Promise<void> {
    await linked.venue.strapi.db
      .connection('onefit_venue_links')
      .update({ next_attempt_at: null, attempts: 7 });
  }
});
