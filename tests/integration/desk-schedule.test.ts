import { fillSignIn, fillWeek } from '../support/busy-week';
import { emptyTables, makeActivity, makeAppointment, makePlace } from '../support/content';
import type { Doc } from '../support/content';
import { codeOf } from '../support/refused';
import { statementsOf } from '../support/statements';
import { writingNothing } from '../support/table-dump';
import { staffSuite } from '../support/staff-suite';

const MONDAY = new Date('2027-01-04T06:00:00Z');
const WEEK = 'from=2027-01-04T00:00:00Z&to=2027-01-12T00:00:00Z';

const suite = staffSuite('strapi-super-admin');

interface Timetable {
  appointments: Array<{ documentId: string; startsAt: string; booked: number; capacity: number }>;
  venues: Array<{ documentId: string; name: string; timeZone: string }>;
  complete: boolean;
}

async function list(query = WEEK): Promise<Timetable> {
  return (await suite.staff.get(`/front-desk/appointments?${query}`).expect(200)).body as Timetable;
}

async function adminId(): Promise<string> {
  const row: unknown = await suite.venue.strapi.db.connection('admin_users').first('id');
  return String((row as { id: number }).id);
}

describe('the Schedule', () => {
  it('lists what starts in the span, by start, with the venues to choose from', async () => {
    const activity = await makeActivity(suite.venue.strapi, suite.place);
    const at = (startsAt: string, hours = 1) =>
      makeAppointment(suite.venue, activity, {
        startsAt,
        endsAt: new Date(Date.parse(startsAt) + hours * 3_600_000).toISOString(),
      });
    const late = await at('2027-01-11T23:59:59Z');
    const first = await at('2027-01-04T00:00:00Z');
    await at('2027-01-03T23:59:59Z');
    await at('2027-01-12T00:00:00Z');
    const { appointments, venues, complete } = await list();
    expect(appointments.map(({ documentId }) => documentId)).toEqual([
      first.documentId,
      late.documentId,
    ]);
    expect(appointments[0]).toMatchObject({ name: 'Zumba', booked: 0, capacity: 16 });
    expect(venues).toEqual([
      { documentId: suite.place.venue.documentId, name: 'Centrum', timeZone: 'Europe/Amsterdam' },
    ]);
    expect(complete).toBe(true);
    expect((await list(`${WEEK}&venue=other`)).appointments).toEqual([]);
    expect((await list(`${WEEK}&venue=${suite.place.venue.documentId}`)).appointments.length).toBe(
      2,
    );
  });

  it.each([
    ['no span', ''],
    ['half a span', 'from=2027-01-04T00:00:00Z'],
    ['a day instead of an instant', 'from=2027-01-04&to=2027-01-05'],
    ['an end before its begin', 'from=2027-01-05T00:00:00Z&to=2027-01-04T00:00:00Z'],
    ['more than 62 days', 'from=2027-01-01T00:00:00Z&to=2027-03-05T00:00:00Z'],
  ])('is refused for %s', async (_what, query) => {
    expect(await codeOf(suite.staff.get(`/front-desk/appointments?${query}`))).toBe(
      'invalid_request',
    );
  });

  it('is answered with 304 until a booking, an edit or a new venue changes it', async () => {
    const appointment = await fillWeek(suite.venue, suite.place, MONDAY, 3);
    const tagOf = async (known: string) => {
      const answer = await suite.staff
        .get(`/front-desk/appointments?${WEEK}`)
        .set('If-None-Match', known);
      return answer.status === 304 ? null : String(answer.headers.etag);
    };
    let tag = (await tagOf('')) ?? '';
    const changes = [
      async () =>
        fillSignIn(suite.venue, appointment, { active: 1, cancelled: 0 }, await adminId()),
      () =>
        suite.venue.strapi.documents('api::appointment.appointment').update({
          documentId: appointment.documentId,
          data: { room: 'Room 9' } as never,
        }),
      () => makePlace(suite.venue.strapi, 'Europe/London'),
    ];
    for (const change of changes) {
      expect(await tagOf(tag)).toBeNull();
      await change();
      const next = await tagOf(tag);
      expect(next).not.toBeNull();
      tag = next ?? '';
    }
  });
});

describe('cancelling an appointment', () => {
  let appointment: Doc;

  beforeEach(async () => {
    appointment = await fillWeek(suite.venue, suite.place, MONDAY, 1);
    await fillSignIn(suite.venue, appointment, { active: 1, cancelled: 0 }, await adminId());
  });

  const cancel = (body: object, id = appointment.documentId) =>
    suite.staff.post(`/front-desk/appointments/${id}/cancel`, body);

  it('names whose bookings end before it is confirmed, and then ends them', async () => {
    const asked = await writingNothing(suite.venue.strapi, () =>
      cancel({ reason: 'Ill' }).expect(400),
    );
    expect((asked.body as { error: { details: object } }).error.details).toEqual({
      code: 'confirmation_required',
      effect: 'cancelled',
      appointments: 1,
      own: 1,
      onefit: 0,
    });
    const done = await cancel({ reason: 'Ill', confirm: true }).expect(200);
    expect(done.body).toEqual({ changed: true, own: 1, onefit: 0 });
    const again = await cancel({ reason: 'Ill', confirm: true }).expect(200);
    expect(again.body).toEqual({ changed: false, own: 0, onefit: 0 });
  });

  it('needs a reason, and an appointment', async () => {
    await writingNothing(suite.venue.strapi, async () => {
      expect(await codeOf(cancel({}))).toBe('invalid_request');
      expect(await codeOf(cancel({ reason: ' ', confirm: true }))).toBe('reason_required');
      expect(await codeOf(cancel({ reason: 'x'.repeat(501) }))).toBe('invalid_request');
      await cancel({ reason: 'Ill' }, 'none').expect(404);
    });
  });
});

describe('the number of SQL statements', () => {
  async function countOf(path: string): Promise<number> {
    const { statements } = await statementsOf(suite.venue, async () => {
      await suite.staff.get(path).expect(200);
    });
    return statements.length;
  }

  it('of the Schedule is the same for 3 appointments and for 300', async () => {
    await fillWeek(suite.venue, suite.place, MONDAY, 3);
    const few = await countOf(`/front-desk/appointments?${WEEK}`);
    await emptyTables(suite.venue.strapi);
    await fillWeek(suite.venue, await makePlace(suite.venue.strapi), MONDAY, 300);
    expect((await list()).appointments.length).toBe(300);
    expect(await countOf(`/front-desk/appointments?${WEEK}`)).toBe(few);
  });

  it('of the Sign-in and its spreadsheet is the same for 2 bookings and for 60', async () => {
    const appointment = await fillWeek(suite.venue, suite.place, MONDAY, 1);
    const path = `/front-desk/appointments/${appointment.documentId}/sign-in`;
    await fillSignIn(suite.venue, appointment, { active: 2, cancelled: 1 }, await adminId());
    const few = [await countOf(path), await countOf(`${path}/csv`)];
    await emptyTables(suite.venue.strapi);
    const busy = await fillWeek(suite.venue, await makePlace(suite.venue.strapi), MONDAY, 1);
    const busyPath = `/front-desk/appointments/${busy.documentId}/sign-in`;
    await fillSignIn(suite.venue, busy, { active: 60, cancelled: 20 }, await adminId());
    const { body } = await suite.staff.get(busyPath).expect(200);
    expect((body as { bookings: unknown[] }).bookings.length).toBe(80);
    expect([await countOf(busyPath), await countOf(`${busyPath}/csv`)]).toEqual(few);
  });
});
