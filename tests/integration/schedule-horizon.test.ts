import { emptyTables, makeActivity, makePlace } from '../support/content';
import type { Doc, Place } from '../support/content';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { until } from '../support/wait';

const DAY = 24 * 60 * 60 * 1000;

const WEEKLY = 'DTSTART:20270104T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY';

let venue: RunningVenue;
let place: Place;
let activity: Doc;

beforeAll(async () => {
  venue = await startVenue({ SCHEDULE_HORIZON_WEEKS: '8' });
}, 60_000);

afterAll(() => venue.stop());

beforeEach(async () => {
  await emptyTables(venue.strapi);
  venue.clock.set('2027-01-04T00:00:00Z');
  place = await makePlace(venue.strapi);
  activity = await makeActivity(venue.strapi, place, { recurrenceRule: WEEKLY });
});

interface Activities {
  expandAll(): Promise<number>;
}

function activities(): Activities {
  return venue.strapi.service('api::activity.activity') as unknown as Activities;
}

async function starts(): Promise<string[]> {
  const rows = await venue.strapi.db
    .connection('appointments')
    .where({ activity_key: activity.documentId })
    .orderBy('starts_at')
    .select<Array<{ starts_at: Date | number }>>('starts_at');
  return rows.map((row) => new Date(row.starts_at).toISOString().slice(0, 10));
}

/** Starts the nightly job as a fresh process does; gives the function that stops it. */
function startJob(): () => Promise<void> {
  const { startNightlyExtension } = jest.requireActual<{
    startNightlyExtension(strapi: unknown): () => Promise<void>;
  }>('../../dist/src/api/activity/domain/nightly-extension');
  return startNightlyExtension(venue.strapi);
}

/** What a driver answered: rows, or rows beside what describes them. */
function rowsOf(response: unknown): unknown[] {
  if (Array.isArray(response)) return Array.isArray(response[0]) ? response[0] : response;
  return (response as { rows: unknown[] }).rows;
}

describe('the horizon of the schedule', () => {
  it('moves on with the clock, date by date, and makes nothing twice', async () => {
    expect((await starts()).at(-1)).toBe('2027-02-22');
    expect(await starts()).toHaveLength(8);
    venue.clock.advance(7 * DAY);
    expect(await activities().expandAll()).toBe(1);
    expect((await starts()).at(-1)).toBe('2027-03-01');
    expect(await activities().expandAll()).toBe(0);
  });

  it('is made up for at the start after days without a server', async () => {
    venue.clock.advance(21 * DAY);
    const stop = startJob();
    await until('the missing dates', async () => (await starts()).length === 11);
    await stop();
    expect((await starts()).at(-1)).toBe('2027-03-15');
  });

  it('is reached once though several instances extend it at the same moment', async () => {
    venue.clock.advance(14 * DAY);
    const added = await Promise.all([1, 2, 3].map(() => activities().expandAll()));
    expect(added.reduce((sum, one) => sum + one, 0)).toBe(2);
    const dates = await starts();
    expect(dates).toHaveLength(10);
    expect(new Set(dates).size).toBe(10);
  });

  it('makes no date anew that staff moved into the past', async () => {
    const knex = venue.strapi.db.connection;
    const first = await knex('appointments').orderBy('starts_at').first<{ id: number }>('id');
    await knex('appointments')
      .where({ id: first.id })
      .update({ starts_at: new Date('2027-01-03T18:30:00Z') });
    expect(await activities().expandAll()).toBe(0);
    expect(await starts()).toHaveLength(8);
  });

  it('reads what is ahead, however much lies behind', async () => {
    for (let weeks = 0; weeks < 5; weeks += 1) {
      venue.clock.advance(56 * DAY);
      await activities().expandAll();
    }
    expect(await starts()).toHaveLength(48);
    const read: number[] = [];
    const listen = (rows: unknown, { sql }: { sql: string }) => {
      if (/^select .*series_key/i.test(sql)) read.push(rowsOf(rows).length);
    };
    venue.strapi.db.connection.on('query-response', listen);
    expect(await activities().expandAll()).toBe(0);
    venue.strapi.db.connection.off('query-response', listen);
    expect(read).toEqual([8]);
  });
});

describe('dates that staff deleted', () => {
  const documents = () => venue.strapi.documents('api::appointment.appointment');

  async function documentIdOf(day: string): Promise<string> {
    const rows = await venue.strapi.db
      .connection('appointments')
      .select<Array<{ document_id: string; title: string }>>('document_id', 'title');
    const found = rows.find(({ title }) => title.includes(day));
    if (!found) throw new Error(`There is no date ${day}.`);
    return found.document_id;
  }

  async function rule(): Promise<string> {
    const row: unknown = await venue.strapi.db
      .connection('activities')
      .where({ document_id: activity.documentId })
      .first('recurrence_rule');
    return (row as { recurrence_rule: string }).recurrence_rule;
  }

  it('stay away, also when several are deleted at once, and the rule says so', async () => {
    const ids = await Promise.all(['2027-01-11', '2027-01-25', '2027-02-08'].map(documentIdOf));
    // As the content manager deletes what is ticked in its list.
    await venue.strapi.db.transaction(() =>
      Promise.all(ids.map((documentId) => documents().delete({ documentId }))),
    );
    expect(await rule()).toContain('EXDATE:20270111T183000,20270125T183000,20270208T183000');
    expect(await activities().expandAll()).toBe(0);
    expect(await starts()).toHaveLength(5);
  });

  it('leave no exception in the rule once they are past', async () => {
    const documentId = await documentIdOf('2027-01-04');
    const before = await rule();
    venue.clock.advance(2 * DAY);
    await documents().delete({ documentId });
    expect(await rule()).toBe(before);
    await activities().expandAll();
    expect((await starts())[0]).toBe('2027-01-11');
  });

  it('stay away although staff had moved them', async () => {
    const documentId = await documentIdOf('2027-01-11');
    await documents().update({
      documentId,
      data: { startsAt: '2027-01-12T18:00:00Z', endsAt: '2027-01-12T19:00:00Z' } as never,
    });
    await documents().delete({ documentId });
    expect(await activities().expandAll()).toBe(0);
    expect(await starts()).toHaveLength(7);
  });
});

describe('an activity whose rule cannot be read', () => {
  it('keeps no other from its dates', async () => {
    const second = await makeActivity(venue.strapi, place, { recurrenceRule: WEEKLY });
    // As an import may leave it.
    await venue.strapi.db
      .connection('activities')
      .where({ document_id: activity.documentId })
      .update({ recurrence_rule: 'every now and then' });
    venue.clock.advance(7 * DAY);
    expect(await activities().expandAll()).toBe(1);
    activity = second;
    expect((await starts()).at(-1)).toBe('2027-03-01');
  });

  it('keeps its venue from no other time zone', async () => {
    const second = await makeActivity(venue.strapi, place, { recurrenceRule: WEEKLY });
    await venue.strapi.db
      .connection('activities')
      .where({ document_id: activity.documentId })
      .update({ recurrence_rule: 'every now and then' });
    await venue.strapi.documents('api::venue.venue').update({
      documentId: place.venue.documentId,
      data: { timeZone: 'Europe/London' } as never,
    });
    activity = second;
    const row: unknown = await venue.strapi.db
      .connection('appointments')
      .where({ activity_key: second.documentId })
      .orderBy('starts_at')
      .first('starts_at');
    const { starts_at } = row as { starts_at: Date | number };
    expect(new Date(starts_at).toISOString()).toBe('2027-01-04T18:30:00.000Z');
  });
});
