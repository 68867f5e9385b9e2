import type { Core, UID } from '@strapi/strapi';
import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';
import { bookOwn } from '../support/own-place';
import { createPartner, member } from '../support/partner';
import { statementsOf } from '../support/statements';

const HOUR = 60 * 60 * 1000;

const linked = LinkedVenue.forThisFile();
let activity: Doc;

jest.setTimeout(60_000);

beforeEach(async () => {
  await linked.begin();
  activity = await makeActivity(linked.venue.strapi, linked.place);
});

function db(type: string) {
  return linked.venue.strapi.db.query(`api::${type}.${type}` as UID.ContentType);
}

async function onOnefit(data: object = {}): Promise<string> {
  const { documentId } = await makeAppointment(linked.venue, activity, data);
  await linked.link();
  await linked.untilHeld(documentId, { status: 'scheduled' });
  await linked.settled();
  return documentId;
}

/** How many statements `work` runs. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  return (await statementsOf(linked.venue, work)).statements.length;
}

async function rowOf(documentId: string): Promise<Record<string, unknown>> {
  const table = linked.venue.strapi.db.connection('appointments');
  return (await table.where({ document_id: documentId }).first('*')) as Record<string, unknown>;
}

async function desired(documentId: string): Promise<number> {
  return (await linked.record(documentId)).desired_version;
}

describe('an edit by strapi.db.query reaches Onefit at once', () => {
  it('of one appointment', async () => {
    const session = await onOnefit();
    await db('appointment').update({ where: { documentId: session }, data: { room: 'Attic' } });
    await linked.untilHeld(session, { room: 'Attic' });
  });

  it('of many appointments, also when the condition no longer holds afterwards', async () => {
    const session = await onOnefit({ room: 'Old' });
    await db('appointment').updateMany({ where: { room: 'Old' }, data: { room: 'New' } });
    await linked.untilHeld(session, { room: 'New' });
  });

  it('of an appointment’s own rule, resolved', async () => {
    const session = await onOnefit();
    const own = { aggregatorBookings: 'allowed', aggregatorSpotLimit: 3 };
    await db('appointment').update({ where: { documentId: session }, data: own });
    await linked.untilHeld(session, { totalAggregatorSpots: 3 });
    await db('appointment').updateMany({ data: { aggregatorBookings: 'not_allowed' } });
    await linked.untilHeld(session, { status: 'withdrawn' });
  });

  it('of an activity, in every respect', async () => {
    const session = await onOnefit();
    const data = {
      name: 'Zumba Gold',
      capacity: 20,
      cancellationPeriodHours: 2,
      bookingClosesMinutes: 30,
    };
    await db('activity').update({ where: { documentId: activity.documentId }, data });
    const held = await linked.untilHeld(session, { totalSpots: 20 });
    expect(held.class).toMatchObject({ name: 'Zumba Gold' });
    const startsAt = Date.parse(String(held.startsAt));
    expect(Date.parse(String(held.lateCancelAt))).toBe(startsAt - 2 * HOUR);
    expect(Date.parse(String(held.bookingClosesAt))).toBe(startsAt - HOUR / 2);
    expect(String((await rowOf(session)).title)).toContain('Zumba Gold');
  });

  it('of the rule of many activities', async () => {
    const session = await onOnefit();
    await db('activity').updateMany({
      where: { aggregatorBookings: 'allowed' },
      data: { aggregatorBookings: 'not_allowed' },
    });
    await linked.untilHeld(session, { status: 'withdrawn' });
    await db('activity').updateMany({
      data: { aggregatorBookings: 'allowed', aggregatorSpotLimit: 2 },
    });
    await linked.untilHeld(session, { status: 'scheduled', totalAggregatorSpots: 2 });
  });

  it('of a venue', async () => {
    const session = await onOnefit();
    await db('venue').updateMany({ data: { timeZone: 'Europe/London' } });
    await linked.untilHeld(session, { timeZone: 'Europe/London' });
  });

  it('but a venue keeps its zone while coming appointments are booked, as for staff', async () => {
    const session = await onOnefit();
    await bookOwn(linked.venue.strapi, { documentId: session });
    const { documentId } = linked.place.venue;
    const zone = { data: { timeZone: 'Europe/London', name: 'Noord' } };
    for (const edit of [
      () => db('venue').update({ where: { documentId }, ...zone }),
      () => db('venue').updateMany({ where: { documentId }, ...zone }),
    ]) {
      await expect(edit()).rejects.toMatchObject({ details: { code: 'venue_has_bookings' } });
    }
    const row = await db('venue').findOne({ where: { documentId } });
    expect(row).toMatchObject({ timeZone: 'Europe/Amsterdam', name: linked.place.venue.name });
    const same = { timeZone: 'Europe/Amsterdam' };
    await db('venue').update({ where: { documentId }, data: { ...same, name: 'Noord' } });
    const renamed = await db('venue').findOne({ where: { documentId } });
    expect(renamed).toMatchObject({ ...same, name: 'Noord' });
  });

  it('that deletes an appointment, or its activity', async () => {
    const [gone, homeless] = [await onOnefit(), await onOnefit()];
    await db('appointment').deleteMany({ where: { documentId: gone } });
    await linked.untilHeld(gone, { status: 'withdrawn' });
    await db('activity').delete({ where: { documentId: activity.documentId } });
    await linked.untilHeld(homeless, { status: 'withdrawn' });
    const onefit = createPartner(linked.venue.url, linked.venue.clock.now);
    const booked = await onefit.book(linked.uuid, 'b-1', homeless, member('m-1'));
    expect([booked.status, booked.body.code]).toEqual([410, 'session_withdrawn']);
  });

  it('that makes appointments: with keys, title and rules', async () => {
    await linked.link();
    const startsAt = new Date(linked.venue.clock.now().getTime() + 24 * HOUR);
    const times = { startsAt, endsAt: new Date(startsAt.getTime() + HOUR), capacity: 5 };
    const { id } = activity as unknown as { id: number };
    const one = (await db('appointment').create({ data: { ...times, activity: id } })) as Doc;
    await linked.untilHeld(one.documentId, { status: 'scheduled', totalSpots: 5 });
    expect(String((await rowOf(one.documentId)).title)).toContain('Zumba');
    const keys = { activityKey: activity.documentId };
    await db('appointment').createMany({ data: [1, 2, 3].map(() => ({ ...times, ...keys })) });
    await linked.settled();
    expect(await linked.atOnefit()).toHaveLength(4);
  });

  it('that marks what became of Onefit’s booking', async () => {
    const session = await onOnefit();
    const onefit = createPartner(linked.venue.url, linked.venue.clock.now);
    await onefit.book(linked.uuid, 'b-1', session, member('m-1'));
    await linked.settled();
    const before = await linked.calls('bookings.put');
    await db('booking').update({ where: { externalId: 'b-1' }, data: { state: 'checked_in' } });
    await linked.settled();
    expect(await linked.calls('bookings.put')).toBe(before + 1);
  });
});

describe('an edit that is undone', () => {
  it('is not announced: mark and edit are one transaction', async () => {
    const session = await onOnefit();
    const before = await desired(session);
    const { strapi } = linked.venue;
    const undone = strapi.db.transaction(async () => {
      await db('appointment').update({ where: { documentId: session }, data: { room: 'Attic' } });
      expect(await desiredWithin(session)).toBeGreaterThan(before);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await desired(session)).toBe(before);
    expect(await rowOf(session)).toMatchObject({ room: null });
  });

  async function desiredWithin(subject: string): Promise<number> {
    return linked.venue.strapi.db.transaction(async ({ trx }) => {
      const inside = trx as unknown as Core.Strapi['db']['connection'];
      const record: unknown = await inside('onefit_sync_records').where({ subject }).first('*');
      return (record as { desired_version: number }).desired_version;
    });
  }
});

describe('what staff save', () => {
  it('is announced once, not by both ways', async () => {
    const session = await onOnefit();
    linked.venue.clock.advance(0);
    const before = await desired(session);
    const uid = 'api::appointment.appointment' as UID.ContentType;
    const { strapi } = linked.venue;
    await strapi.documents(uid).update({ documentId: session, data: { room: 'Attic' } as never });
    expect(await desired(session)).toBe(before + 1);
  });
});

describe('2,000 appointments', () => {
  const MANY = 2_000;
  /** Marking in pieces of 400 takes a few statements a piece; one an appointment would be 2,000. */
  const HANDFUL = 60;

  beforeEach(async () => {
    const knex = linked.venue.strapi.db.connection;
    const { documentId } = await makeAppointment(linked.venue, activity);
    const { id: _, ...row } = await rowOf(documentId);
    for (let made = 0; made < MANY; made += 50) {
      await knex('appointments').insert(
        Array.from({ length: 50 }, (_none, index) => ({
          ...row,
          document_id: `a-${made + index}`,
        })),
      );
    }
  });

  it('are marked in a handful of statements when their activity’s rule changes', async () => {
    const limit = { aggregatorSpotLimit: 7 };
    const bulk = await statements(() => db('activity').updateMany({ data: limit }));
    expect(bulk).toBeLessThan(HANDFUL);
    expect(await limits()).toEqual([7]);
    expect(await records()).toBe(MANY + 1);
    const uid = 'api::activity.activity' as UID.ContentType;
    const saved = await statements(() =>
      linked.venue.strapi
        .documents(uid)
        .update({ documentId: activity.documentId, data: { aggregatorSpotLimit: 8 } as never }),
    );
    expect(saved).toBeLessThan(HANDFUL);
    expect(await limits()).toEqual([8]);
  });

  it('are found by the sweep when SQL changed the rule, resolved and marked', async () => {
    const { connection } = linked.venue.strapi.db;
    await connection('activities').update({ aggregator_spot_limit: 9 });
    const answer = await linked.staff.post('/onefit-aggregator/sync').expect(200);
    expect(answer.body).toMatchObject({ resolved: MANY + 1 });
    expect(await limits()).toEqual([9]);
    expect(await records()).toBe(MANY + 1);
    const again = await linked.staff.post('/onefit-aggregator/sync').expect(200);
    expect(again.body).toMatchObject({ resolved: 0 });
  });

  async function limits(): Promise<unknown[]> {
    const rows = await linked.venue.strapi.db
      .connection('appointments')
      .distinct<Array<{ spot_limit: number }>>('spot_limit');
    return rows.map((row) => row.spot_limit);
  }

  async function records(): Promise<number> {
    const rows = await linked.venue.strapi.db.connection('onefit_sync_records').select('id');
    return rows.length;
  }
});
