import { emptyTables, makeActivity, makePlace } from '../support/content';
import type { Doc } from '../support/content';
import { bookOwn } from '../support/own-place';
import { signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

let venue: RunningVenue;
let staff: Staff;
let activity: Doc;

beforeAll(async () => {
  venue = await startVenue({ SCHEDULE_HORIZON_WEEKS: '4' });
  staff = await signInStaff(venue);
}, 60_000);

afterAll(() => venue.stop());

beforeEach(async () => {
  await emptyTables(venue.strapi);
  venue.clock.set('2027-03-14T12:00:00Z');
  const studio = await makePlace(venue.strapi, 'Europe/Amsterdam');
  activity = await makeActivity(venue.strapi, studio, {
    recurrenceRule: 'DTSTART:20270315T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY',
  });
});

interface Row {
  document_id: string;
  state: string;
  cancellation_reason: string | null;
}

const rows = () =>
  venue.strapi.db
    .connection('appointments')
    .where({ activity_key: activity.documentId })
    .orderBy('starts_at')
    .select<Row[]>('document_id', 'state', 'cancellation_reason');

interface Answer {
  body: { error?: { details: { code?: string; own?: number; onefit?: number } } };
}

const end = (appointment: string | undefined, body: object): Promise<Answer> =>
  staff.post(`/front-desk/appointments/${appointment ?? ''}/end-series`, body);

const place = (row: Row | undefined) => ({ documentId: row?.document_id ?? '' }) as Doc;

describe('the end of a series', () => {
  it('is told before, asked about where bookings end, and final', async () => {
    const before = await rows();
    expect(before).toHaveLength(4);
    const [, second, third] = before;
    await bookOwn(venue.strapi, place(third));

    const looked = await end(second?.document_id, { preview: true });
    expect(looked.body).toMatchObject({ removed: 2, cancelled: 1, own: 1, onefit: 0 });
    expect(await rows()).toEqual(before);

    const asked = await end(second?.document_id, { reason: 'The teacher leaves' });
    expect(asked.body.error?.details).toMatchObject({
      code: 'confirmation_required',
      own: 1,
      onefit: 0,
    });
    expect(await rows()).toEqual(before);

    const done = await end(second?.document_id, { reason: 'The teacher leaves', confirm: true });
    expect(done.body).toMatchObject({ removed: 2, cancelled: 1, own: 1 });
    expect(await rows()).toEqual([
      { ...before[0], state: 'scheduled' },
      { ...third, state: 'cancelled', cancellation_reason: 'The teacher leaves' },
    ]);
  });

  it('asks for a reason where somebody reads it, and for none where nobody does', async () => {
    const [first, second] = await rows();
    await bookOwn(venue.strapi, place(first));
    const refused = await end(first?.document_id, { confirm: true });
    expect(refused.body.error?.details.code).toBe('reason_required');
    expect(await rows()).toHaveLength(4);
    expect((await end(second?.document_id, {})).body).toMatchObject({ removed: 3, cancelled: 0 });
    expect(await rows()).toHaveLength(1);
  });

  it('makes no new dates: the rule has ended', async () => {
    const [, second] = await rows();
    await end(second?.document_id, {});
    venue.clock.set('2027-03-29T12:00:00Z');
    const service = venue.strapi.service('api::activity.activity') as unknown as {
      expandAll(): Promise<number>;
    };
    expect(await service.expandAll()).toBe(0);
    const again = await end((await rows())[0]?.document_id, { preview: true });
    expect(again.body.error?.details.code).toBe('appointment_over');
  });
});
