import { emptyTables, makeActivity, makeAppointment, makePlace } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';
import { codeOf } from '../support/refused';
import { signInStaff } from '../support/staff';
import { until } from '../support/wait';

interface Market {
  state: string;
  order: Record<string, unknown> | null;
  endedAt: string | null;
  venues: Array<Record<string, unknown>>;
  steps: { activityAllowed: boolean; sessionOnOnefit: boolean; firstBookingAt: string | null };
}

const ORDER = '/onefit-aggregator/extension-order';

const linked = LinkedVenue.forThisFile();

beforeEach(() => linked.begin());

async function market(): Promise<Market> {
  return (await linked.staff.get('/onefit-aggregator/market').expect(200)).body as Market;
}

async function caught(): Promise<unknown[]> {
  return (await linked.sandbox.control<{ mails: unknown[] }>('GET', '/mails')).mails;
}

describe('the Market', () => {
  it('shows the way to the first booking as it is walked', async () => {
    expect(await market()).toMatchObject({
      state: 'waiting',
      order: { contactEmail: 'owner@venue.example', orderedByName: 'Sta Ff', idsCopiedAt: null },
      endedAt: null,
      venues: [{ uuid: linked.uuid, timeZone: 'Europe/Amsterdam', linkedAt: null }],
      steps: { activityAllowed: false, sessionOnOnefit: false, firstBookingAt: null },
    });
    const { strapi } = linked.venue;
    const activity = await makeActivity(strapi, linked.place);
    const session = await makeAppointment(linked.venue, activity);
    expect((await market()).steps).toMatchObject({ activityAllowed: true, sessionOnOnefit: false });
    await linked.link();
    await linked.untilHeld(session.documentId, { status: 'scheduled' });
    await until('the step to tick', async () => (await market()).steps.sessionOnOnefit);
    expect(await market()).toMatchObject({ state: 'working', steps: { firstBookingAt: null } });
    await linked.sandbox.control('POST', '/bookings', {
      venueId: linked.uuid,
      sessionId: session.documentId,
      member: { id: 'of-1', firstName: 'Mia', lastName: 'Member' },
    });
    const { firstBookingAt } = (await market()).steps;
    expect(Math.abs(Date.parse(firstBookingAt ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('tells a venue without an order from one whose order was ended', async () => {
    await linked.staff.delete(ORDER).expect(204);
    const ended = await market();
    expect(ended).toMatchObject({ state: 'ended', order: null });
    expect(Date.parse(ended.endedAt ?? '')).not.toBeNaN();
    expect(await codeOf(linked.staff.delete(ORDER))).toBe('not_ordered');
    await emptyTables(linked.venue.strapi);
    linked.place = await makePlace(linked.venue.strapi);
    expect(await market()).toMatchObject({ state: 'not_ordered', endedAt: null });
  });

  it('needs attention when Onefit refuses something', async () => {
    const activity = await makeActivity(linked.venue.strapi, linked.place);
    const session = await makeAppointment(linked.venue, activity);
    await linked.link();
    await linked.settled();
    await linked.changeRecord(session.documentId, {
      refused_version: (await linked.record(session.documentId)).desired_version,
    });
    expect((await market()).state).toBe('needs_attention');
  });

  it('names nobody when the one who ordered is gone', async () => {
    const { strapi } = linked.venue;
    await strapi.db.connection('onefit_extension_orders').update({ ordered_by: '999999' });
    expect((await market()).order).toMatchObject({ orderedBy: '999999', orderedByName: null });
  });

  it('is refused to a role without the permission, and to nobody in particular', async () => {
    const editor = await signInStaff(linked.venue, 'strapi-editor');
    for (const path of ['/onefit-aggregator/market', ORDER]) await editor.get(path).expect(403);
    for (const path of [ORDER, `${ORDER}/confirmation`, `${ORDER}/ids-copied`]) {
      await editor.post(path, { contactEmail: 'a@b.example' }).expect(403);
    }
    const answer = await fetch(`${linked.venue.url}/onefit-aggregator/market`);
    expect(answer.status).toBe(401);
  });
});

describe('ordering', () => {
  it('a second time is refused kindly and changes nothing', async () => {
    const before = (await market()).order;
    const again = linked.staff.post(ORDER, { contactEmail: 'other@venue.example' });
    expect(await codeOf(again)).toBe('already_ordered');
    expect((await market()).order).toEqual(before);
  });

  it.each([{}, { contactEmail: 'nobody' }, { contactEmail: 'a@b.example', price: 1 }])(
    'refuses %j with what is wrong',
    async (body) => {
      await linked.staff.delete(ORDER).expect(204);
      const answer = await linked.staff.post(ORDER, body).expect(400);
      expect(answer.body).toMatchObject({ error: { details: { code: 'invalid_request' } } });
      expect((await market()).order).toBeNull();
    },
  );

  it('stands when the mail server does not, says so, and confirms on request', async () => {
    const orders = linked.venue.strapi.db.connection('onefit_extension_orders');
    // What a mail server that is away leaves behind.
    await orders.update({ confirmation_sent_at: null, confirmation_error: 'ECONNREFUSED' });
    expect((await market()).order).toMatchObject({
      confirmationSentAt: null,
      confirmationError: 'ECONNREFUSED',
    });
    const before = (await caught()).length;
    const answer = await linked.staff.post(`${ORDER}/confirmation`).expect(200);
    expect(answer.body).toMatchObject({ order: { confirmationError: null } });
    expect(await caught()).toHaveLength(before + 1);
    await linked.staff.post(`${ORDER}/confirmation`).expect(200);
    expect(await caught()).toHaveLength(before + 1);
  });

  it('is what a confirmation and a tick for copied IDs need', async () => {
    await linked.staff.post(`${ORDER}/ids-copied`).expect(200);
    const first = (await market()).order?.idsCopiedAt;
    expect(typeof first).toBe('string');
    linked.venue.clock.advance(60_000);
    await linked.staff.post(`${ORDER}/ids-copied`).expect(200);
    expect((await market()).order?.idsCopiedAt).toBe(first);
    await linked.staff.delete(ORDER).expect(204);
    expect(await codeOf(linked.staff.post(`${ORDER}/ids-copied`))).toBe('not_ordered');
    expect(await codeOf(linked.staff.post(`${ORDER}/confirmation`))).toBe('not_ordered');
  });
});

describe('what saving a rule would do', () => {
  const preview = async (query: string) =>
    (await linked.staff.get(`/onefit-aggregator/rule-preview?${query}`).expect(200)).body as Record<
      string,
      unknown
    >;

  it('is counted for an activity: what comes, what leaves, what keeps a rule of its own', async () => {
    const { strapi } = linked.venue;
    const activity = await makeActivity(strapi, linked.place, {
      aggregatorBookings: 'not_allowed',
    });
    for (let made = 0; made < 3; made += 1) await makeAppointment(linked.venue, activity);
    await makeAppointment(linked.venue, activity, { aggregatorBookings: 'allowed' });
    const id = `activity=${activity.documentId}`;
    expect(await preview(`${id}&aggregatorBookings=allowed`)).toEqual({
      ...{ arriving: 3, leaving: 0, staying: 0, bookings: 0, overLimit: 0, own: 1, ordered: true },
    });
    expect(await preview(`${id}&aggregatorBookings=not_allowed`)).toMatchObject({
      ...{ arriving: 0, leaving: 0, staying: 0, own: 1 },
    });
    await linked.staff.delete(ORDER).expect(204);
    expect(await preview(`${id}&aggregatorBookings=allowed`)).toMatchObject({ ordered: false });
  });

  it('counts the bookings that stay valid, and those above a new limit', async () => {
    const { strapi } = linked.venue;
    const activity = await makeActivity(strapi, linked.place);
    const session = await makeAppointment(linked.venue, activity);
    await makeAppointment(linked.venue, activity);
    await strapi.db
      .connection('appointments')
      .where({ document_id: session.documentId })
      .update({ booked: 3, booked_by_aggregator: 3 });
    const id = `activity=${activity.documentId}`;
    expect(await preview(`${id}&aggregatorBookings=not_allowed`)).toMatchObject({
      ...{ leaving: 2, arriving: 0, bookings: 3 },
    });
    expect(await preview(`${id}&aggregatorBookings=allowed&aggregatorSpotLimit=2`)).toMatchObject({
      ...{ staying: 2, overLimit: 1 },
    });
    expect(await preview(`${id}&aggregatorBookings=allowed&aggregatorSpotLimit=3`)).toMatchObject({
      overLimit: 0,
    });
  });

  it('follows the activity for an appointment, or its own rule', async () => {
    const { strapi } = linked.venue;
    const activity = await makeActivity(strapi, linked.place, { aggregatorSpotLimit: 4 });
    const session = await makeAppointment(linked.venue, activity);
    const id = `appointment=${session.documentId}`;
    expect(await preview(`${id}&aggregatorBookings=as_activity`)).toMatchObject({
      activity: { documentId: activity.documentId, name: 'Zumba', allowed: true, spotLimit: 4 },
      ...{ staying: 1, leaving: 0 },
    });
    expect(await preview(`${id}&aggregatorBookings=not_allowed`)).toMatchObject({
      ...{ staying: 0, leaving: 1 },
    });
  });

  it.each([
    'aggregatorBookings=allowed',
    'activity=x',
    'activity=x&aggregatorBookings=as_activity',
    'activity=x&aggregatorBookings=allowed&aggregatorSpotLimit=-1',
    'activity=x&appointment=y&aggregatorBookings=allowed',
  ])('refuses %s', async (query) => {
    expect(await codeOf(linked.staff.get(`/onefit-aggregator/rule-preview?${query}`))).toBe(
      'invalid_request',
    );
  });

  it('is not found for what does not exist', async () => {
    for (const what of ['activity', 'appointment']) {
      await linked.staff
        .get(`/onefit-aggregator/rule-preview?${what}=gone&aggregatorBookings=allowed`)
        .expect(404);
    }
  });
});
