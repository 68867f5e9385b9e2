import { emptyTables, makeActivity, makeAppointment } from '../support/content';
import type { Doc, Place } from '../support/content';
import { startConnected } from '../support/connected';
import type { Connected } from '../support/connected';
import { bookOwn } from '../support/own-place';
import { member } from '../support/partner';
import { codeOf } from '../support/refused';
import { contentManager } from '../support/staff';

let connected: Connected;
let place: Place;

beforeAll(async () => {
  connected = await startConnected();
}, 60_000);

afterAll(() => connected.venue.stop());

beforeEach(async () => {
  place = await connected.freshPlace();
  connected.venue.clock.set('2027-03-20T00:00:00Z');
});

afterEach(() => emptyTables(connected.venue.strapi));

const TIMES = { startsAt: '2027-03-23T17:30:00.000Z', endsAt: '2027-03-23T18:30:00.000Z' };
const LATER = { startsAt: '2027-03-23T18:30:00.000Z', endsAt: '2027-03-23T19:30:00.000Z' };

/** An appointment with one booking of the venue's own and one through Onefit. */
async function bookedAppointment(): Promise<Doc> {
  const { venue } = connected;
  const activity = await makeActivity(venue.strapi, place);
  const appointment = await makeAppointment(venue, activity, TIMES);
  await bookBoth(appointment.documentId);
  return appointment;
}

async function bookBoth(documentId: string): Promise<void> {
  await bookOwn(connected.venue.strapi, { documentId });
  const answer = await connected.onefit.book(
    place.venue.uuid,
    `b-${documentId}`,
    documentId,
    member('m-1'),
  );
  expect(answer.status).toBe(201);
}

async function rowsOf(activity: Doc): Promise<Array<Record<string, unknown>>> {
  const rows = (await connected.venue.strapi.db
    .connection('appointments')
    .where({ activity_key: activity.documentId })
    .orderBy('starts_at')) as Array<Record<string, unknown>>;
  return rows.map((row) => ({ ...row, starts_at: new Date(row.starts_at as number) }));
}

function everything(): Promise<unknown[]> {
  const knex = connected.venue.strapi.db.connection;
  const tables = ['appointments', 'bookings', 'booking_changes', 'customer_messages', 'activities'];
  return Promise.all(tables.map((table) => knex(table).orderBy('id')));
}

interface Asked {
  error: { message: string; details: Record<string, unknown> };
}

describe('staff are asked before an edit that customers feel', () => {
  it('but not for the move that somebody else makes at the same moment', async () => {
    const { documentId } = await bookedAppointment();
    const put = (data: object) =>
      connected.staff.put(contentManager('appointment', documentId), data);
    for (let round = 0; round < 8; round += 1) {
      const times = round % 2 === 0 ? LATER : TIMES;
      const [moved, ...renamed] = await Promise.all([
        put({ ...times, confirmed: true }),
        ...[1, 2, 3].map((room) => put({ room: `Room ${round}.${room}` })),
      ]);
      expect(moved.status).toBe(200);
      expect(renamed.map(({ status }) => status)).toEqual([200, 200, 200]);
    }
  });

  it('cancelling at the desk: who is booked, nothing written, and then it is done', async () => {
    const { documentId } = await bookedAppointment();
    const path = `/front-desk/appointments/${documentId}/cancel`;
    const before = await everything();
    const asked = connected.staff.post(path, { reason: 'Ill' });
    expect(await codeOf(asked)).toBe('confirmation_required');
    expect(((await asked).body as Asked).error.details).toMatchObject({ own: 1, onefit: 1 });
    expect(await everything()).toEqual(before);
    const done = await connected.staff.post(path, { reason: 'Ill', confirm: true }).expect(200);
    expect(done.body).toEqual({ changed: true, own: 1, onefit: 1 });
    const again = await connected.staff.post(path, { reason: 'Ill' }).expect(200);
    expect(again.body).toEqual({ changed: false, own: 0, onefit: 0 });
  });

  it.each([
    ['moving', LATER],
    ['making longer', { endsAt: LATER.endsAt }],
    ['cancelling', { state: 'cancelled', cancellationReason: 'Ill' }],
  ])('%s in the content manager', async (_, change) => {
    const { documentId } = await bookedAppointment();
    const before = await everything();
    const save = (data: object) =>
      connected.staff.put(contentManager('appointment', documentId), data);
    const asked = save(change);
    expect(await codeOf(asked)).toBe('confirmation_required');
    const { error } = (await asked).body as Asked;
    expect(error.details).toMatchObject({ own: 1, onefit: 1, appointments: 1 });
    expect(error.message).toContain('2 bookings: 1 of your own customers, 1 through Onefit');
    expect(await everything()).toEqual(before);
    const saved = await save({ ...change, confirmed: true }).expect(200);
    // The confirmation is an answer, not a property: it is not stored.
    expect((saved.body as { data: Doc }).data.confirmed).not.toBe(true);
    const rows = await connected.venue.strapi.db
      .connection('appointments')
      .where({ confirmed: true });
    expect(rows).toEqual([]);
  });

  it('not for what nobody feels: another room, no bookings, or one that is over', async () => {
    const { documentId } = await bookedAppointment();
    const save = (id: string, data: object) =>
      connected.staff.put(contentManager('appointment', id), data).expect(200);
    await save(documentId, { room: 'Room 3', teacher: 'Other', capacity: 30, ...TIMES });
    const activity = await makeActivity(connected.venue.strapi, place);
    const free = await makeAppointment(connected.venue, activity, TIMES);
    await save(free.documentId, LATER);
    connected.venue.clock.set('2027-03-24T00:00:00Z');
    await save(documentId, { room: 'Room 4' });
  });

  it('a script says so in the Document Service by the same field', async () => {
    const { documentId } = await bookedAppointment();
    const documents = connected.venue.strapi.documents('api::appointment.appointment' as never);
    const update = (data: object) => documents.update({ documentId, data: data as never });
    await expect(update(LATER)).rejects.toMatchObject({ code: 'confirmation_required' });
    await update({ ...LATER, confirmed: true });
  });
});

describe('a rule of repetition with booked dates', () => {
  const RULE = 'DTSTART:20270322T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3';
  let activity: Doc;

  beforeEach(async () => {
    activity = await makeActivity(connected.venue.strapi, place, { recurrenceRule: RULE });
    const [, second] = await rowsOf(activity);
    await bookBoth(second?.document_id as string);
  });

  const save = (data: object) =>
    connected.staff.put(contentManager('activity', activity.documentId), data);

  it('asks before booked dates become longer', async () => {
    const longer = { recurrenceRule: RULE.replace('PT1H', 'PT90M') };
    const before = await everything();
    const asked = save(longer);
    expect(await codeOf(asked)).toBe('confirmation_required');
    expect(((await asked).body as Asked).error.details).toMatchObject({
      effect: 'moved',
      own: 1,
      onefit: 1,
    });
    expect(await everything()).toEqual(before);
    await save({ ...longer, confirmed: true }).expect(200);
    expect(
      await connected.venue.strapi.db.query('api::customer-message.customer-message').count(),
    ).toBe(1);
  });

  it('asks before it leaves booked dates out, keeps them, and does not ask again', async () => {
    const fewer = { recurrenceRule: RULE.replace('COUNT=3', 'COUNT=1') };
    const asked = save(fewer);
    expect(await codeOf(asked)).toBe('confirmation_required');
    expect(((await asked).body as Asked).error.details).toMatchObject({ effect: 'left_out' });
    expect(await rowsOf(activity)).toHaveLength(3);
    await save({ ...fewer, confirmed: true }).expect(200);
    const kept = await rowsOf(activity);
    expect(kept.map((row) => [row.state, row.booked])).toEqual([
      ['scheduled', 0],
      ['scheduled', 2],
    ]);
    await save({ description: 'Nothing of time' }).expect(200);
    await save({ recurrenceRule: `${fewer.recurrenceRule}\n` }).expect(200);
    expect(await rowsOf(activity)).toHaveLength(2);
  });

  it('does not ask where nobody booked', async () => {
    await save({ recurrenceRule: `${RULE}\nEXDATE:20270322T183000` }).expect(200);
    expect(await rowsOf(activity)).toHaveLength(2);
  });
});
