import { makeActivity, makeAppointment } from '../support/content';
import type { Doc, Place } from '../support/content';
import { startConnected } from '../support/connected';
import type { Connected } from '../support/connected';
import { member } from '../support/partner';
import { codeOf } from '../support/refused';
import { contentManager, signInStaff } from '../support/staff';
import { statementsOf } from '../support/statements';

const ROOT = '/onefit-aggregator';
const START = new Date('2026-11-10T18:00:00Z');
const HOUR = 3_600_000;

interface Report {
  isFinal: boolean;
  finalAt: string;
  figures: Record<string, number>;
  days: Array<{ day: string; checkIns: number; noShows: number; lateCancels: number }>;
  price: object | null;
  amount: object | null;
}

interface Listed {
  documentId: string;
  externalId: string;
  customer: { name: string } | null;
  outcome: string;
  figures: string[];
}

let running: Connected;
let place: Place;
let appointment: Doc;

beforeAll(async () => {
  running = await startConnected();
}, 60_000);

afterAll(() => running.venue.stop());

beforeEach(async () => {
  place = await running.freshPlace();
  at(48);
  const activity = await makeActivity(running.venue.strapi, place, { name: 'Zumba' });
  appointment = await makeAppointment(running.venue, activity, {
    startsAt: START.toISOString(),
    endsAt: new Date(START.getTime() + HOUR).toISOString(),
  });
});

/** Sets the clock so many hours before the class. */
function at(hoursBefore: number): void {
  running.venue.clock.set(new Date(START.getTime() - hoursBefore * HOUR));
}

async function book(id: string): Promise<void> {
  const { status } = await running.onefit.book(
    place.venue.uuid,
    `b-${id}`,
    appointment.documentId,
    member(id),
  );
  expect(status).toBe(201);
}

async function cancelLate(id: string): Promise<void> {
  const { status } = await running.onefit.cancel(place.venue.uuid, `b-${id}`, true);
  expect(status).toBe(200);
}

async function checkIn(id: string): Promise<void> {
  const { status } = await running.onefit.checkIn(place.venue.uuid, `b-${id}`);
  expect(status).toBe(200);
}

const query = (month = '2026-11') => `venue=${place.venue.documentId}&month=${month}`;

async function report(month?: string): Promise<Report> {
  const answer = await running.staff.get(`${ROOT}/month-report?${query(month)}`).expect(200);
  return answer.body as Report;
}

async function listed(figure?: string): Promise<Listed[]> {
  const only = figure === undefined ? '' : `&figure=${figure}`;
  const answer = await running.staff
    .get(`${ROOT}/month-report/bookings?${query()}${only}`)
    .expect(200);
  return (answer.body as { bookings: Listed[] }).bookings;
}

/** Four members: one comes, one does not, two cancel late, and a fifth takes one of their spots. */
async function aClass(): Promise<void> {
  at(40);
  for (const id of ['comes', 'stays-away', 'late-1', 'late-2']) await book(id);
  at(6);
  await cancelLate('late-1');
  at(5);
  await book('refill');
  at(4);
  await cancelLate('late-2');
  at(0.25);
  await checkIn('comes');
  await checkIn('refill');
}

const price = (rest: object = {}) => ({
  venue: place.venue.documentId,
  validFrom: '2026-11',
  priceCents: 833,
  ...rest,
});

describe('the report of a month', () => {
  it('counts what came of the bookings of Onefit, while it is open and once it is final', async () => {
    await aClass();
    expect(await report()).toMatchObject({
      isFinal: false,
      finalAt: '2026-12-03T23:00:00.000Z',
      figures: { expected: 4, checkIns: 2, open: 1, noShows: 0, lateCancels: 1, lateRefilled: 1 },
    });
    running.venue.clock.set('2026-12-03T23:00:00Z');
    const final = await report();
    expect(final).toMatchObject({
      isFinal: true,
      figures: { expected: 4, checkIns: 2, open: 0, noShows: 1, unpaid: 0, paidNoShows: 2 },
      price: null,
      amount: null,
    });
    expect(final.days.filter(({ checkIns }) => checkIns > 0)).toEqual([
      { day: '2026-11-10', checkIns: 2, noShows: 1, lateCancels: 1 },
    ]);
    expect((await report('2026-10')).figures).toMatchObject({ expected: 0, checkIns: 0 });
    expect((await report('2026-12')).figures).toMatchObject({ expected: 0, checkIns: 0 });
  });

  it('opens the bookings behind every figure', async () => {
    await aClass();
    running.venue.clock.set('2026-12-05T00:00:00Z');
    const { figures } = await report();
    for (const [figure, count] of Object.entries(figures)) {
      expect([figure, (await listed(figure)).length]).toEqual([figure, count]);
    }
    const paid = await listed('paidNoShows');
    expect(paid.map(({ externalId, outcome }) => [externalId, outcome]).sort()).toEqual([
      ['b-late-2', 'late_cancelled'],
      ['b-stays-away', 'no_show'],
    ]);
  });

  it('does not change after it is final, whatever staff do', async () => {
    await aClass();
    await running.staff.put(`${ROOT}/visit-prices`, price()).expect(200);
    running.venue.clock.set('2026-12-04T00:00:00Z');
    const before = await report();
    const row = (await running.venue.strapi.db
      .query('api::booking.booking')
      .findOne({ where: { externalId: 'b-stays-away' } })) as Doc;
    await running.staff.post(`/front-desk/bookings/${row.documentId}/check-in`).expect(200);
    await running.staff
      .put(contentManager('activity', String((await activityOf()).documentId)), {
        name: 'Renamed',
        cancellationPeriodHours: 2,
      })
      .expect(200);
    const appointmentPath = contentManager('appointment', appointment.documentId);
    await running.staff.put(appointmentPath, { room: 'Room 9' }).expect(200);
    const moved = running.staff.put(appointmentPath, {
      startsAt: '2026-10-10T18:00:00Z',
      endsAt: '2026-10-10T19:00:00Z',
    });
    expect(await codeOf(moved)).toBe('appointment_has_begun');
    const other = price({ priceCents: 900 });
    expect(await codeOf(running.staff.put(`${ROOT}/visit-prices`, other))).toBe('month_final');
    await running.staff
      .put(`${ROOT}/visit-prices`, price({ priceCents: 900, validFrom: '2026-12' }))
      .expect(200);
    expect(await report()).toEqual(before);
  });

  it('names nobody whose data were erased, and counts them as before', async () => {
    await aClass();
    running.venue.clock.set('2026-12-05T00:00:00Z');
    const before = await report();
    const holder: unknown = await running.venue.strapi.db
      .connection('customer_aggregator_ids')
      .where({ external_id: 'comes' })
      .first('customer_key');
    const { customer_key } = holder as { customer_key: string };
    await running.staff
      .post(`/front-desk/customers/${customer_key}/erase`, { confirm: true })
      .expect(204);
    expect(await report()).toEqual(before);
    const came = await listed('checkIns');
    expect(came.find(({ externalId }) => externalId === 'b-comes')?.customer).toBeNull();
    expect(came.find(({ externalId }) => externalId === 'b-refill')?.customer).not.toBeNull();
  });

  it('is there as CSV, with totals, and nothing that a spreadsheet would run', async () => {
    await aClass();
    await running.staff.put(`${ROOT}/visit-prices`, price()).expect(200);
    await running.venue.strapi.db
      .connection('customers')
      .update({ first_name: '=HYPERLINK("x")', last_name: 'Formula' });
    running.venue.clock.set('2026-12-05T00:00:00Z');
    const answer = await running.staff.get(`${ROOT}/month-report.csv?${query()}`).expect(200);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.headers['content-disposition']).toContain('"Onefit Centrum 2026-11.csv"');
    const lines = answer.text.split('\r\n');
    expect(lines[0]).toContain('Start (Europe/Amsterdam),Activity,');
    // 18:00 UTC is seven in the evening at the venue.
    expect(lines.slice(1, 6).every((line) => line.startsWith('2026-11-10 19:00,Zumba,'))).toBe(
      true,
    );
    expect(answer.text).toContain(',Checked in,yes,yes');
    expect(answer.text).not.toContain(',=HYPERLINK');
    // Four paid visits at 8.33.
    expect(answer.text).toContain('Net (EUR),33.32\r\nVAT (EUR),3.00\r\nGross (EUR),36.32');
  });

  it('takes the same number of statements however many bookings it counts', async () => {
    const asked = async () => {
      const { statements } = await statementsOf(running.venue, async () => {
        await report();
        await listed();
      });
      // The clock may ask for something else meanwhile.
      return statements.filter((sql) => /booking|visit_prices|venues/.test(sql)).length;
    };
    at(40);
    await book('one');
    const few = await asked();
    for (let index = 0; index < 12; index += 1) await book(`m-${index}`);
    expect(few).toBeGreaterThan(4);
    expect(await asked()).toBe(few);
  });
});

async function activityOf(): Promise<Doc> {
  return (await running.venue.strapi.db.query('api::activity.activity').findOne({})) as Doc;
}

describe('the agreed price', () => {
  it('holds from its month on, with 9 % VAT unless another is entered', async () => {
    await aClass();
    running.venue.clock.set('2026-12-05T00:00:00Z');
    // The month is final but has no price yet: it may be filled in.
    const entered = await running.staff.put(`${ROOT}/visit-prices`, price()).expect(200);
    expect(entered.body).toEqual({
      prices: [{ validFrom: '2026-11', priceCents: 833, vatBasisPoints: 900 }],
    });
    await running.staff
      .put(`${ROOT}/visit-prices`, price({ validFrom: '2027-01', vatBasisPoints: 2100 }))
      .expect(200);
    expect(await report()).toMatchObject({
      amount: { visits: 4, netCents: 3332, vatCents: 300, grossCents: 3632 },
    });
    expect((await report('2026-10')).price).toBeNull();
    expect((await report('2027-02')).price).toMatchObject({ vatBasisPoints: 2100 });
  });
});

describe('a request for a report', () => {
  it.each(['month-report', 'month-report/bookings', 'month-report.csv'])(
    'of %s is refused where it makes no sense',
    async (path) => {
      const get = (asked: string) => running.staff.get(`${ROOT}/${path}?${asked}`);
      expect((await get(`venue=${place.venue.documentId}&month=2026-1`)).status).toBe(400);
      expect((await get(`venue=${place.venue.documentId}`)).status).toBe(400);
      expect((await get('month=2026-11')).status).toBe(400);
      expect((await get('venue=nowhere&month=2026-11')).status).toBe(404);
      expect((await get(query())).status).toBe(200);
    },
  );

  it('for a figure that there is not is refused', async () => {
    const answer = await running.staff.get(`${ROOT}/month-report/bookings?${query()}&figure=all`);
    expect(answer.status).toBe(400);
  });

  it('shows the front desk nothing', async () => {
    const desk = await signInStaff(running.venue, 'front-desk');
    await desk.get(`${ROOT}/month-report?${query()}`).expect(403);
    await desk.get(`${ROOT}/month-report/bookings?${query()}`).expect(403);
    await desk.put(`${ROOT}/visit-prices`, price()).expect(403);
  });
});
