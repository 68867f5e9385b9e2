import { setTimeout as sleep } from 'node:timers/promises';
import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';
import { createPartner, member } from '../support/partner';
import { contentManager } from '../support/staff';
import { until } from '../support/wait';

/** Longer than the sender ever waits between two looks. */
const A_WHILE = 1_500;
const HOUR = 60 * 60_000;

const linked = LinkedVenue.forThisFile();
let activity: Doc;

jest.setTimeout(40_000);

beforeEach(async () => {
  await linked.begin();
  activity = await makeActivity(linked.venue.strapi, linked.place);
});

const appointmentOf = (data: object = {}) => makeAppointment(linked.venue, activity, data);

async function save(documentId: string, data: object): Promise<void> {
  await linked.staff.put(contentManager('appointment', documentId), data).expect(200);
}

/** Makes a session one that Onefit calls invalid, past all rules of the venue. */
async function spoil({ documentId, startsAt }: Doc): Promise<void> {
  await linked.venue.strapi.db
    .connection('appointments')
    .where({ document_id: documentId })
    .update({ ends_at: new Date(startsAt as string) });
}

describe('a batch that Onefit calls invalid', () => {
  it('is split until the culprits stand alone; they need attention, the rest is delivered', async () => {
    const all = [];
    for (let made = 0; made < 11; made += 1) all.push(await appointmentOf());
    const culprits = [all[2], all[9]] as Doc[];
    for (const culprit of culprits) await spoil(culprit);
    await linked.link();
    await linked.settled();
    for (const appointment of all) {
      const isCulprit = culprits.includes(appointment);
      const { held = null } = (await linked.oneAtOnefit(appointment.documentId)) ?? {};
      expect(held !== null).toBe(!isCulprit);
      const { state, reason, word } = await linked.standing(appointment.documentId);
      expect([state, reason]).toEqual(
        isCulprit ? ['needs_attention', 'refused'] : ['on_onefit', 'delivered'],
      );
      expect(word).toEqual(
        isCulprit
          ? { code: 'invalid_request', detail: 'The sessions contradict themselves.' }
          : null,
      );
    }
    // Each half of a batch is asked for once: far fewer calls than one a session.
    expect(await linked.calls()).toBeLessThanOrEqual(1 + 2 * 2 * Math.ceil(Math.log2(all.length)));
    expect(await linked.connection()).toMatchObject({ state: 'needs_attention', refused: 2 });
  });

  it('leaves the culprit alone until staff mend it', async () => {
    const culprit = await appointmentOf();
    await spoil(culprit);
    await linked.link();
    await linked.untilStanding(culprit.documentId, 'needs_attention', 'refused');
    const before = await linked.calls();
    await sleep(A_WHILE);
    expect(await linked.calls()).toBe(before);
    const end = new Date(Date.parse(culprit.startsAt as string) + HOUR);
    await save(culprit.documentId, { endsAt: end.toISOString() });
    await linked.untilStanding(culprit.documentId, 'on_onefit', 'delivered');
    expect(await linked.connection()).toMatchObject({ state: 'working', refused: 0 });
  });
});

describe('a session that Onefit rejects', () => {
  const WORD = { code: 'class_unknown', detail: 'Onefit has no <b>such</b> class.' };
  let session: string;

  beforeEach(async () => {
    ({ documentId: session } = await appointmentOf());
    await linked.faults({ kind: 'reject', sessionIds: [session], ...WORD });
    await linked.link();
    await linked.untilStanding(session, 'needs_attention', 'refused');
  });

  it('is shown with Onefit’s word, and is not sent again by itself', async () => {
    expect((await linked.standing(session)).word).toEqual(WORD);
    expect(await linked.connection()).toMatchObject({ state: 'needs_attention', refused: 1 });
    const before = await linked.calls();
    await sleep(A_WHILE);
    expect(await linked.calls()).toBe(before);
  });

  it('holds nothing else up', async () => {
    const { documentId } = await appointmentOf();
    await linked.untilHeld(documentId, { status: 'scheduled' });
  });

  it('is sent again when it changes, under a higher version', async () => {
    await save(session, { room: 'Attic' });
    await until('a second try', async () => {
      const { received = [] } = (await linked.oneAtOnefit(session)) ?? {};
      return received.length === 2;
    });
    await linked.untilStanding(session, 'needs_attention', 'refused');
    await linked.faults();
    await save(session, { room: 'Cellar' });
    await linked.untilStanding(session, 'on_onefit', 'delivered');
    const versions = (await linked.oneAtOnefit(session))?.received.map((one) => one.version) ?? [];
    expect(versions).toHaveLength(3);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });

  it('needs no attention any more once it is over', async () => {
    const now = linked.venue.clock.now().getTime();
    const past = { starts_at: new Date(now - 2 * HOUR), ends_at: new Date(now - HOUR) };
    await linked.venue.strapi.db
      .connection('appointments')
      .where({ document_id: session })
      .update(past);
    expect(await linked.connection()).toMatchObject({ state: 'working', refused: 0 });
  });

  it('is sent again when staff press Retry', async () => {
    await linked.faults();
    const route = `/onefit-aggregator/sessions/${session}/retry`;
    const answer = await linked.staff.post(route).expect(200);
    expect(answer.body).toMatchObject({ documentId: session, state: 'waiting', reason: 'sending' });
    await linked.untilStanding(session, 'on_onefit', 'delivered');
  });

  it('is sent again with everything else when staff synchronise', async () => {
    await linked.faults();
    await linked.staff.post('/onefit-aggregator/sync').expect(200);
    await linked.untilStanding(session, 'on_onefit', 'delivered');
  });
});

describe('a retry', () => {
  it('of an appointment that does not exist is answered 404', async () => {
    await linked.staff.post('/onefit-aggregator/sessions/none/retry').expect(404);
  });
});

describe('a booking’s outcome that Onefit rejects', () => {
  it('waits until staff synchronise', async () => {
    const soon = linked.venue.clock.now().getTime() + HOUR;
    const { documentId } = await appointmentOf({
      startsAt: new Date(soon).toISOString(),
      endsAt: new Date(soon + HOUR).toISOString(),
    });
    await linked.link();
    const onefit = createPartner(linked.venue.url, linked.venue.clock.now);
    // Past the sandbox, which therefore does not know the booking.
    expect((await onefit.book(linked.uuid, 'b-1', documentId, member('m-1'))).status).toBe(201);
    const signIn = await linked.staff.get(`/front-desk/appointments/${documentId}/sign-in`);
    const [booking] = (signIn.body as { bookings: Doc[] }).bookings;
    await linked.staff.post(`/front-desk/bookings/${booking?.documentId}/check-in`).expect(200);
    await until('the refusal', async () => (await linked.connection()).refused === 1);
    expect(await linked.connection()).toMatchObject({
      state: 'needs_attention',
      refusedOutcomes: 1,
    });
    const log = await linked.staff.get('/onefit-aggregator/activity-log?kind=outcome_refused');
    expect((log.body as { entries: object[] }).entries).toEqual([
      expect.objectContaining({ booking: 'b-1', appointment: documentId }),
    ]);
    await linked.sandbox.control('PUT', '/settings', { acceptUnknownBookings: true });
    await linked.staff.post('/onefit-aggregator/sync').expect(200);
    await until('the outcome', async () => {
      const { bookings } = await linked.sandbox.control<{
        bookings: Array<{ id: string; status: string }>;
      }>('GET', '/bookings');
      return bookings.some(({ id, status }) => id === 'b-1' && status === 'checked_in');
    });
    await until('no refusal', async () => (await linked.connection()).refused === 0);
  });
});
