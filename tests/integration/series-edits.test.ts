import fc from 'fast-check';
import { emptyTables, makeActivity, makePlace } from '../support/content';
import type { Doc } from '../support/content';
import { bookOwn } from '../support/own-place';
import { instantAt, SeriesModel, wallOf } from '../support/series-model';
import type { ModelAppointment, ModelEdit } from '../support/series-model';
import { signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

const ZONE = 'Europe/Amsterdam';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const HORIZON_WEEKS = 4;
/** Two weeks before the clocks change there. */
const BEGIN = '2027-03-14T12:00:00Z';

let venue: RunningVenue;
let staff: Staff;
let activity: Doc;
let model: SeriesModel;

beforeAll(async () => {
  venue = await startVenue({ SCHEDULE_HORIZON_WEEKS: String(HORIZON_WEEKS) });
  staff = await signInStaff(venue);
}, 60_000);

afterAll(() => venue.stop());

/** An activity with two weekly slots, in the venue and in the model. */
async function begin(): Promise<void> {
  await emptyTables(venue.strapi);
  venue.clock.set(BEGIN);
  const place = await makePlace(venue.strapi, ZONE);
  model = new SeriesModel(ZONE, HORIZON_WEEKS, venue.clock.now);
  model.addSeries(Date.UTC(2027, 2, 15, 18, 30), 60);
  model.addSeries(Date.UTC(2027, 2, 17, 10, 0), 45);
  activity = await makeActivity(venue.strapi, place, {
    recurrenceRule: [
      'DTSTART:20270315T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY',
      'DTSTART:20270317T100000\nDURATION:PT45M\nRRULE:FREQ=WEEKLY',
    ].join('\n\n'),
  });
}

interface Row {
  document_id: string;
  starts_at: Date | number;
  ends_at: Date | number;
  room: string | null;
  state: string;
  booked: number;
}

function facts(one: ModelAppointment) {
  const start = instantAt(one.has.wall, ZONE);
  return {
    start: start.toISOString(),
    end: new Date(start.getTime() + one.has.minutes * MINUTE).toISOString(),
    room: one.has.room,
    state: one.cancelled ? 'cancelled' : 'scheduled',
    booked: one.cancelled ? 0 : one.booked,
  };
}

function factsOfRow(row: Row) {
  return {
    start: new Date(row.starts_at).toISOString(),
    end: new Date(row.ends_at).toISOString(),
    room: row.room,
    state: row.state,
    booked: row.booked,
  };
}

/** The venue has exactly the model's appointments, each still the same one. */
async function compare(): Promise<void> {
  const rows = await venue.strapi.db
    .connection('appointments')
    .where({ activity_key: activity.documentId })
    .select<Row[]>('document_id', 'starts_at', 'ends_at', 'room', 'state', 'booked');
  const known = new Map(model.appointments.flatMap((one) => (one.id ? [[one.id, one]] : [])));
  const fresh = rows.filter((row) => !known.has(row.document_id));
  for (const one of model.appointments.filter(({ id }) => id === null)) {
    const wanted = JSON.stringify(facts(one));
    const place = fresh.findIndex((row) => JSON.stringify(factsOfRow(row)) === wanted);
    one.id = fresh.splice(place, place < 0 ? 0 : 1)[0]?.document_id ?? null;
  }
  const byId = (pairs: Array<[string | null, object]>) =>
    Object.fromEntries(pairs.map(([id, what], index) => [id ?? `missing ${index}`, what]));
  expect(byId(rows.map((row) => [row.document_id, factsOfRow(row)]))).toEqual(
    byId(model.appointments.map((one) => [one.id, facts(one)])),
  );
}

interface Answer {
  status: number;
  body: {
    error?: { message: string; details: { code?: string; own?: number } };
    changed?: number;
    moved?: number;
    own?: number;
  };
}

async function send(chosen: ModelAppointment, edit: ModelEdit, more: object): Promise<Answer> {
  const start = instantAt(chosen.has.wall + (edit.byMinutes ?? 0) * MINUTE, ZONE);
  const changes = {
    ...(edit.byMinutes === null ? {} : { startsAt: start.toISOString() }),
    ...(edit.minutes === null
      ? {}
      : { endsAt: new Date(start.getTime() + edit.minutes * MINUTE).toISOString() }),
    ...(edit.room === null ? {} : { room: edit.room }),
  };
  return staff.post(`/front-desk/appointments/${chosen.id ?? ''}/edit`, {
    scope: edit.scope,
    changes,
    ...more,
  });
}

async function doEdit(chosen: ModelAppointment, edit: ModelEdit): Promise<void> {
  if (model.collides(chosen, edit)) {
    const refused = await send(chosen, edit, { confirm: true });
    expect(refused.body.error?.details.code).toBe('series_collides');
    return;
  }
  if (model.fallsBehind(chosen, edit)) {
    const refused = await send(chosen, edit, { confirm: true });
    expect(refused.body.error?.details.code).toBe('times_invalid');
    return;
  }
  const before = model.appointments.map((one) => ({ one, has: { ...one.has } }));
  const coming = new Set(model.appointments.filter((one) => !model.isOver(one)));
  const sent = { id: chosen.id, has: { ...chosen.has } } as ModelAppointment;
  model.edit(chosen, edit);
  const moved = before.filter(
    ({ one, has }) => has.wall !== one.has.wall || has.minutes !== one.has.minutes,
  );
  const changed = before.filter(({ one, has }) => JSON.stringify(has) !== JSON.stringify(one.has));
  const own = moved
    .filter(({ one }) => coming.has(one))
    .reduce((sum, { one }) => sum + one.booked, 0);
  const told = { changed: changed.length, moved: moved.length, own };
  const seen = await send(sent, edit, { preview: true });
  expect(seen.body).toMatchObject(told);
  if (own > 0) {
    const asked = await send(sent, edit, {});
    expect(asked.body.error?.details).toMatchObject({ code: 'confirmation_required', own });
  }
  const done = await send(sent, edit, { confirm: own > 0 });
  expect([done.status, done.body]).toEqual([200, expect.objectContaining(told)]);
}

const place = fc.nat({ max: 1_000 });
const timeOfDay = fc.constantFrom(8 * 60, 10 * 60, 12 * 60 + 30, 17 * 60, 18 * 60 + 30, 20 * 60);
const editing = fc.record({
  kind: fc.constant('edit' as const),
  place,
  scope: fc.constantFrom('this' as const, 'following' as const, 'all' as const),
  to: fc.option(fc.record({ days: fc.integer({ min: -2, max: 8 }), timeOfDay })),
  minutes: fc.option(fc.constantFrom(45, 60, 75)),
  room: fc.option(fc.constantFrom('Room 1', 'Room 2')),
});
const step = fc.oneof(
  { weight: 5, arbitrary: editing },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('book' as const), place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      days: fc.integer({ min: 1, max: 9 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function take(one: Step): Promise<void> {
  if (one.kind === 'wait') {
    venue.clock.advance(one.days * DAY);
    const activities = venue.strapi.service('api::activity.activity') as unknown as {
      expandAll(): Promise<number>;
    };
    await activities.expandAll();
    model.generate();
    return;
  }
  const open = model.appointments.filter((some) => !some.cancelled && !model.isOver(some));
  const chosen = open[one.place % open.length];
  if (!chosen) return;
  if (one.kind === 'book') {
    await bookOwn(venue.strapi, { documentId: chosen.id ?? '' });
    chosen.booked += 1;
  } else if (one.kind === 'cancel') {
    await staff
      .post(`/front-desk/appointments/${chosen.id ?? ''}/cancel`, { reason: 'Ill', confirm: true })
      .expect(200);
    chosen.cancelled = true;
  } else {
    const day = chosen.has.wall - (chosen.has.wall % DAY);
    const goal = one.to && day + one.to.days * DAY + one.to.timeOfDay * MINUTE;
    // Nobody moves an appointment to a time that is over.
    if (goal !== null && goal <= wallOf(venue.clock.now(), ZONE)) return;
    const byMinutes = goal === null ? null : (goal - chosen.has.wall) / MINUTE;
    await doEdit(chosen, { ...one, byMinutes });
  }
}

describe('a schedule of series after any edits', () => {
  it('is what a model without rules says: nothing twice, nobody lost, staff’s own kept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
        await begin();
        await compare();
        for (const one of steps) {
          await take(one);
          await compare();
        }
      }),
      { numRuns: 25, endOnFailure: false },
    );
  }, 300_000);
});
