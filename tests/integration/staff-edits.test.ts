import {
  emptyTables,
  makeActivity,
  makeAppointment,
  makeCustomer,
  makePlace,
  makeProduct,
} from '../support/content';
import type { Doc, Place } from '../support/content';
import { codeOf } from '../support/refused';
import type { Refused } from '../support/refused';
import { contentManager, signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

let venue: RunningVenue;
let staff: Staff;
let place: Place;

beforeAll(async () => {
  venue = await startVenue();
  staff = await signInStaff(venue);
}, 60_000);

afterAll(() => venue.stop());

beforeEach(async () => {
  await emptyTables(venue.strapi);
  venue.clock.release();
  place = await makePlace(venue.strapi);
});

async function appointmentRow(documentId: string): Promise<Record<string, unknown>> {
  const row: unknown = await venue.strapi.db
    .connection('appointments')
    .where({ document_id: documentId })
    .first('*');
  return row as Record<string, unknown>;
}

describe('company and venue', () => {
  it('get their UUIDs by themselves, and nobody can choose or change them', async () => {
    const made = await staff
      .post(contentManager('venue'), { name: 'Oost', timeZone: 'europe/amsterdam', uuid: 'mine' })
      .expect(201);
    const { data } = made.body as { data: Doc };
    expect(data.uuid).toMatch(/^[0-9a-f-]{36}$/);
    expect(data.timeZone).toBe('Europe/Amsterdam');
    await staff.put(contentManager('venue', data.documentId), { uuid: 'other' }).expect(200);
    const read = await staff.get(contentManager('venue', data.documentId)).expect(200);
    expect((read.body as { data: Doc }).data.uuid).toBe(data.uuid);
  });

  it('refuse a zone that does not exist', async () => {
    const answer = staff.post(contentManager('venue'), { name: 'Oost', timeZone: 'Mars/Base' });
    expect(await codeOf(answer)).toBe('time_zone_invalid');
  });

  it('keep their zone while somebody has booked', async () => {
    const activity = await makeActivity(venue.strapi, place);
    const appointment = await makeAppointment(venue, activity);
    const change = () =>
      staff.put(contentManager('venue', place.venue.documentId), { timeZone: 'Europe/London' });
    const customer = await makeCustomer(venue.strapi);
    const product = await makeProduct(venue.strapi);
    await staff
      .post(`/front-desk/appointments/${appointment.documentId}/bookings`, {
        customer: customer.documentId,
        product: product.documentId,
      })
      .expect(201);
    expect(await codeOf(change())).toBe('venue_has_bookings');
    const read = await staff.get(contentManager('venue', place.venue.documentId));
    expect((read.body as { data: Doc }).data.timeZone).toBe('Europe/Amsterdam');
  });

  it('move the dates of a rule with their zone as long as nobody has booked', async () => {
    venue.clock.set('2027-01-04T00:00:00Z');
    const activity = await makeActivity(venue.strapi, place, {
      recurrenceRule: 'DTSTART:20270105T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=1',
    });
    await staff
      .put(contentManager('venue', place.venue.documentId), { timeZone: 'Europe/London' })
      .expect(200);
    const rows = await venue.strapi.db
      .connection('appointments')
      .where({ activity_key: activity.documentId })
      .select<Array<{ starts_at: number | Date; title: string }>>('starts_at', 'title');
    expect(rows.map((row) => new Date(row.starts_at).toISOString())).toEqual([
      '2027-01-05T18:30:00.000Z',
    ]);
    expect(rows[0]?.title).toBe('Zumba · 2027-01-05 18:30');
  });
});

describe('an activity', () => {
  const RULE = 'DTSTART:20270322T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3';

  async function datesOf(activity: Doc): Promise<string[]> {
    const rows = await venue.strapi.db
      .connection('appointments')
      .where({ activity_key: activity.documentId })
      .orderBy('starts_at')
      .select<Array<{ starts_at: number | Date }>>('starts_at');
    return rows.map((row) => new Date(row.starts_at).toISOString());
  }

  it('becomes appointments in the venue’s zone: 18:30 stays 18:30 over the change of clocks', async () => {
    venue.clock.set('2027-03-20T00:00:00Z');
    const activity = await makeActivity(venue.strapi, place, { recurrenceRule: RULE });
    expect(await datesOf(activity)).toEqual([
      '2027-03-22T17:30:00.000Z',
      '2027-03-29T16:30:00.000Z',
      '2027-04-05T16:30:00.000Z',
    ]);
  });

  it('makes nothing twice, and leaves what staff edited or cancelled as it is', async () => {
    venue.clock.set('2027-03-20T00:00:00Z');
    const activity = await makeActivity(venue.strapi, place, { recurrenceRule: RULE });
    const rows = await venue.strapi.db
      .connection('appointments')
      .orderBy('starts_at')
      .select<Array<{ document_id: string }>>('document_id');
    const [first, second] = rows.map((row) => row.document_id);
    await staff
      .put(contentManager('appointment', first), { startsAt: '2027-03-22T18:00:00.000Z' })
      .expect(200);
    await staff
      .post(`/front-desk/appointments/${second ?? ''}/cancel`, { reason: 'Holiday' })
      .expect(200);
    await staff
      .put(contentManager('activity', activity.documentId), { recurrenceRule: `${RULE}\n` })
      .expect(200);
    expect(await datesOf(activity)).toEqual([
      '2027-03-22T18:00:00.000Z',
      '2027-03-29T16:30:00.000Z',
      '2027-04-05T16:30:00.000Z',
    ]);
    expect(await appointmentRow(second ?? '')).toMatchObject({ state: 'cancelled' });
  });

  it('takes away the dates that its rule no longer gives', async () => {
    venue.clock.set('2027-03-20T00:00:00Z');
    const activity = await makeActivity(venue.strapi, place, { recurrenceRule: RULE });
    await staff
      .put(contentManager('activity', activity.documentId), {
        recurrenceRule: RULE.replace('COUNT=3', 'COUNT=2'),
      })
      .expect(200);
    expect((await datesOf(activity)).length).toBe(2);
  });

  it('refuses a rule that cannot be read, names its line, and writes nothing', async () => {
    const answer = staff.post(contentManager('activity'), {
      name: 'Yoga',
      venue: place.venue.documentId,
      recurrenceRule: 'DTSTART:20270322T183000\nDURATION:PT1H\nRRULE:FREQ=HOURLY',
    });
    expect(await codeOf(answer)).toBe('recurrence_invalid');
    expect(((await answer).body as Refused).error.message).toContain('Line 3');
    expect(await venue.strapi.db.query('api::activity.activity').count()).toBe(0);
  });

  it.each(['activity', 'appointment'] as const)(
    'keeps the limit of spots of an %s where one comes that is none, as from an emptied field',
    async (type) => {
      const activity = await makeActivity(venue.strapi, place, { aggregatorSpotLimit: 4 });
      const own = { aggregatorBookings: 'allowed', aggregatorSpotLimit: 4 };
      const appointment = await makeAppointment(venue, activity, own);
      const { documentId } = type === 'activity' ? activity : appointment;
      const answer = await staff.put(contentManager(type, documentId), { aggregatorSpotLimit: -1 });
      expect(answer.status).toBe(400);
      const kept: unknown = await venue.strapi.db
        .query(`api::${type}.${type}`)
        .findOne({ where: { documentId } });
      expect(kept).toMatchObject({ aggregatorSpotLimit: 4 });
      expect(await appointmentRow(appointment.documentId)).toMatchObject({ spot_limit: 4 });
    },
  );

  it('hands rules, capacity, room and name on to its appointments, not to those with their own', async () => {
    const activity = await makeActivity(venue.strapi, place, { room: 'A' });
    const follows = await makeAppointment(venue, activity);
    const own = await makeAppointment(venue, activity, {
      startsAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
      endsAt: new Date(Date.now() + 5 * 86_400_000 + 3_600_000).toISOString(),
      capacity: 5,
      aggregatorBookings: 'allowed',
      aggregatorSpotLimit: 2,
    });
    await staff
      .put(contentManager('activity', activity.documentId), {
        name: 'Zumba Gold',
        capacity: 20,
        room: 'B',
        aggregatorBookings: 'not_allowed',
        aggregatorSpotLimit: 4,
        bookingClosesMinutes: 60,
      })
      .expect(200);
    const [one, other] = [
      await appointmentRow(follows.documentId),
      await appointmentRow(own.documentId),
    ];
    expect(one).toMatchObject({
      capacity: 20,
      room: 'B',
      spot_limit: 4,
      booking_closes_minutes: 60,
    });
    expect(Boolean(one.aggregator_allowed)).toBe(false);
    expect(other).toMatchObject({ capacity: 5, spot_limit: 2, booking_closes_minutes: 60 });
    expect(Boolean(other.aggregator_allowed)).toBe(true);
    expect(one.title).toContain('Zumba Gold');
  });

  it('cannot be deleted once somebody booked', async () => {
    const activity = await makeActivity(venue.strapi, place);
    const appointment = await makeAppointment(venue, activity);
    const customer = await makeCustomer(venue.strapi);
    const product = await makeProduct(venue.strapi);
    await staff
      .post(`/front-desk/appointments/${appointment.documentId}/bookings`, {
        customer: customer.documentId,
        product: product.documentId,
      })
      .expect(201);
    const answers = [
      staff.delete(contentManager('activity', activity.documentId)),
      staff.delete(contentManager('appointment', appointment.documentId)),
      staff.delete(contentManager('customer', customer.documentId)),
      staff.delete(contentManager('product', product.documentId)),
      staff.delete(contentManager('venue', place.venue.documentId)),
      staff.delete(contentManager('company', place.company.documentId)),
    ];
    const codes: string[] = [];
    for (const answer of answers) codes.push(await codeOf(answer));
    expect(codes).toEqual([
      'activity_has_bookings',
      'appointment_has_bookings',
      'customer_has_bookings',
      'product_in_use',
      'venue_has_activities',
      'company_has_venues',
    ]);
  });
});
