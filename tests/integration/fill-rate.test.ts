import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { statementsOf } from '../support/statements';
import { signInStaff } from '../support/staff';
import { staffSuite } from '../support/staff-suite';

const HOUR = 3_600_000;

const suite = staffSuite('studio-manager', '2026-10-01T00:00:00Z');
let activity: Doc;

beforeEach(async () => {
  activity = await makeActivity(suite.venue.strapi, suite.place, { capacity: 10 });
});

/** An appointment of a past day, as full as it was. */
async function past(startsAt: string, booked: number, bookedByAggregator: number): Promise<Doc> {
  const start = new Date(startsAt);
  const made = await makeAppointment(suite.venue, activity, {
    startsAt: start.toISOString(),
    endsAt: new Date(start.getTime() + HOUR).toISOString(),
  });
  await suite.venue.strapi.db
    .connection('appointments')
    .where({ document_id: made.documentId })
    .update({ booked, booked_by_aggregator: bookedByAggregator });
  return made;
}

interface Week {
  monday: string;
  appointments: number;
}

async function weeks(): Promise<Week[]> {
  const answer = await suite.staff.get('/front-desk/fill-rate').expect(200);
  return (answer.body as { weeks: Week[] }).weeks;
}

it('tells how full the last eight weeks were, of what has begun and took place', async () => {
  await past('2026-11-23T18:00:00Z', 8, 2);
  await past('2026-11-24T08:00:00Z', 10, 3);
  await past('2026-11-24T20:00:00Z', 10, 3);
  await past('2026-11-03T18:00:00Z', 5, 0);
  await past('2026-09-03T18:00:00Z', 5, 5);
  const cancelled = await past('2026-11-04T18:00:00Z', 0, 0);
  await suite.venue.strapi.db
    .connection('appointments')
    .where({ document_id: cancelled.documentId })
    .update({ state: 'cancelled' });
  suite.venue.clock.set('2026-11-24T12:00:00Z');
  const told = await weeks();
  expect(told.map(({ monday }) => monday).slice(-2)).toEqual(['2026-11-16', '2026-11-23']);
  expect(told.filter(({ appointments }) => appointments > 0)).toEqual([
    { monday: '2026-11-02', appointments: 1, spots: 10, booked: 5, bookedByOnefit: 0 },
    { monday: '2026-11-23', appointments: 2, spots: 20, booked: 18, bookedByOnefit: 5 },
  ]);
});

it('takes one statement, however many appointments there were', async () => {
  const asked = async () => {
    const { statements } = await statementsOf(suite.venue, weeks);
    return statements.filter((sql) => /from ["`]appointments["`]/.test(sql));
  };
  await past('2026-11-23T18:00:00Z', 8, 2);
  suite.venue.clock.set('2026-11-24T12:00:00Z');
  const few = await asked();
  for (let hour = 8; hour < 18; hour += 1) {
    await past(`2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`, 3, 1);
  }
  expect(few).toHaveLength(1);
  expect(await asked()).toEqual(few);
});

it('is the manager’s: the front desk does not see it', async () => {
  const desk = await signInStaff(suite.venue, 'front-desk');
  await desk.get('/front-desk/fill-rate').expect(403);
});
