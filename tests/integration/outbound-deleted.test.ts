import { sweepByTheClock } from '../support/at-onefit';
import { makeActivity, makeAppointment } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';
import type { Receipt } from '../support/linked-venue';
import { contentManager } from '../support/staff';
import { until } from '../support/wait';

const HOUR = 60 * 60_000;

const linked = LinkedVenue.forThisFile();
let session: string;

jest.setTimeout(40_000);

beforeEach(async () => {
  await linked.begin();
  const activity = await makeActivity(linked.venue.strapi, linked.place);
  ({ documentId: session } = await makeAppointment(linked.venue, activity));
});

const onOnefit = () => linked.linkAndShow([session]);

async function deleteIt(): Promise<void> {
  await linked.staff.delete(contentManager('appointment', session)).expect(200);
}

async function received(): Promise<Receipt[]> {
  return (await linked.oneAtOnefit(session))?.received ?? [];
}

async function desired(): Promise<number> {
  return (await linked.record(session)).desired_version;
}

/** Waits until Onefit has refused the newest version of the session. */
async function untilRefused(after = 0): Promise<void> {
  await until('the refusal', async () => {
    const { desired_version, refused_version } = await linked.record(session);
    return refused_version === desired_version && desired_version > after;
  });
}

/** An hour ago it was over, as Onefit was told. */
async function endAnHourAgo(): Promise<void> {
  const now = linked.venue.clock.now().getTime();
  const { sent_payload } = await linked.record(session);
  const times = {
    startsAt: new Date(now - 2 * HOUR).toISOString(),
    endsAt: new Date(now - HOUR).toISOString(),
  };
  const told = { ...(JSON.parse(String(sent_payload)) as object), ...times };
  await linked.changeRecord(session, { sent_payload: JSON.stringify(told) });
  await linked.venue.strapi.db
    .connection('appointments')
    .where({ document_id: session })
    .update({ starts_at: new Date(now - 2 * HOUR), ends_at: new Date(now - HOUR) });
}

describe('the withdrawal of a deleted appointment that Onefit rejects', () => {
  beforeEach(async () => {
    await onOnefit();
    await linked.faults({ kind: 'reject', sessionIds: [session], code: 'session_kept' });
    await deleteIt();
    await untilRefused();
  });

  it('is not sent again by the sweep, but when staff synchronise', async () => {
    expect(await linked.connection()).toMatchObject({ state: 'needs_attention', refused: 1 });
    const before = await desired();
    const sent = (await received()).length;
    for (let sweeps = 0; sweeps < 2; sweeps += 1) await sweepByTheClock(linked);
    await linked.settled();
    expect(await desired()).toBe(before);
    expect(await received()).toHaveLength(sent);
    await linked.faults();
    await linked.staff.post('/onefit-aggregator/sync').expect(200);
    await linked.untilHeld(session, { status: 'withdrawn' });
    await linked.settled();
    expect(await linked.connection()).toMatchObject({ state: 'working', refused: 0 });
  });

  it('needs no attention any more once the session is over', async () => {
    await endAnHourAgo();
    const sent = (await received()).length;
    await sweepByTheClock(linked);
    await linked.settled();
    expect(await linked.connection()).toMatchObject({ state: 'working', refused: 0 });
    expect(await received()).toHaveLength(sent);
    const closed = await desired();
    await sweepByTheClock(linked);
    expect(await desired()).toBe(closed);
  });

  it('gives way to the sweep where another state was refused before', async () => {
    // Refused was a change, and then the row was deleted past all hooks.
    await linked.changeRecord(session, { fingerprint: 'of the state that was refused' });
    await linked.faults();
    await sweepByTheClock(linked);
    await linked.untilHeld(session, { status: 'withdrawn' });
  });
});

describe('an appointment that Onefit never took', () => {
  it('needs no attention any more once it is deleted', async () => {
    await linked.faults({ kind: 'reject', sessionIds: [session], code: 'class_unknown' });
    await linked.link();
    await linked.untilStanding(session, 'needs_attention', 'refused');
    const first = await desired();
    await deleteIt();
    await untilRefused(first);
    await sweepByTheClock(linked);
    await linked.settled();
    expect(await linked.connection()).toMatchObject({ state: 'working', refused: 0 });
    const sent = (await received()).length;
    await sweepByTheClock(linked);
    await linked.settled();
    expect(await received()).toHaveLength(sent);
  });
});

describe('an appointment that is deleted once it is over', () => {
  it('is not mentioned any more, neither at once nor by the sweep', async () => {
    await onOnefit();
    await endAnHourAgo();
    const before = await desired();
    const sent = (await received()).length;
    await deleteIt();
    await until('it to be settled', async () => {
      const { desired_version, acknowledged_version } = await linked.record(session);
      return desired_version > before && acknowledged_version === desired_version;
    });
    expect(await received()).toHaveLength(sent);
    const settled = await desired();
    await sweepByTheClock(linked);
    await linked.settled();
    expect(await desired()).toBe(settled);
    expect(await received()).toHaveLength(sent);
  });

  it('is not found as one of which Onefit was not told', async () => {
    await onOnefit();
    await endAnHourAgo();
    await linked.venue.strapi.db.connection('appointments').delete();
    const before = await desired();
    await sweepByTheClock(linked);
    expect(await desired()).toBe(before);
  });
});
