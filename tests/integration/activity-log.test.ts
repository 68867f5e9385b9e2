import Papa from 'papaparse';
import type {
  ActivityEntry,
  ActivityPage,
} from '../../src/plugins/onefit-aggregator/shared/activity-log';
import { forgetOldActivities } from '../../src/plugins/onefit-aggregator/server/src/activity-log/retention';
import { writeActivities } from '../../src/plugins/onefit-aggregator/server/src/activity-log/write';
import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { LinkedVenue } from '../support/linked-venue';
import { createPartner, member } from '../support/partner';
import type { Partner } from '../support/partner';
import { contentManager, signInStaff } from '../support/staff';
import { until } from '../support/wait';

const ROUTE = '/onefit-aggregator/activity-log';
const DAY = 24 * 60 * 60 * 1000;

const linked = LinkedVenue.forThisFile();
let onefit: Partner;
let activity: Doc;
let session: string;

jest.setTimeout(40_000);

beforeAll(() => {
  onefit = createPartner(linked.venue.url, linked.venue.clock.now);
});

beforeEach(async () => {
  await linked.begin();
  activity = await makeActivity(linked.venue.strapi, linked.place);
  ({ documentId: session } = await makeAppointment(linked.venue, activity, { capacity: 1 }));
  await linked.linkAndShow([session]);
});

async function page(query = ''): Promise<ActivityPage> {
  const answer = await linked.staff.get(`${ROUTE}${query}`).expect(200);
  return answer.body as ActivityPage;
}

/** The entries of one kind, newest first. */
async function entries(kind: string): Promise<ActivityEntry[]> {
  return (await page(`?kind=${kind}`)).entries;
}

function untilLogged(kind: string, outcome: string): Promise<ActivityEntry> {
  return until(`${kind} ${outcome} in the log`, async () =>
    (await entries(kind)).find((entry) => entry.outcome === outcome),
  );
}

/** Puts entries into the log as the plugin does. */
async function write(count: number, at = linked.venue.clock.now(), code?: string): Promise<void> {
  const knex = linked.venue.strapi.db.connection;
  const entry = { kind: 'swept', outcome: 'done', source: 'clock', code } as const;
  await writeActivities(knex, Array<typeof entry>(count).fill(entry), at);
}

describe('what Onefit does', () => {
  const subject = () => ({
    venue: linked.place.venue.documentId,
    appointment: session,
    booking: 'b-1',
    source: 'onefit',
    actor: null,
  });

  it('is logged once each, with its subjects, and again changes nothing', async () => {
    for (let again = 0; again < 2; again += 1) {
      await onefit.book(linked.uuid, 'b-1', session, member('m-1'));
      await onefit.cancel(linked.uuid, 'b-1', true);
    }
    for (const kind of ['booking_made', 'booking_cancelled']) {
      expect(await entries(kind)).toEqual([
        expect.objectContaining({ outcome: 'done', code: null, ...subject() }),
      ]);
    }
    expect(await entries('venue_linked')).toHaveLength(1);
  });

  it('is logged when it is refused, after the answer, equal ones together', async () => {
    await onefit.book(linked.uuid, 'b-0', session, member('m-0'));
    await onefit.book(linked.uuid, 'b-1', session, member('m-1'));
    await untilLogged('booking_made', 'refused');
    for (const id of ['b-2', 'b-3']) await onefit.book(linked.uuid, id, session, member(id));
    await until('a second entry', async () => (await entries('booking_made')).length === 3);
    expect(await entries('booking_made')).toEqual([
      expect.objectContaining({ code: 'session_full', booking: null, counts: { times: 2 } }),
      expect.objectContaining({ code: 'session_full', ...subject(), counts: { times: 1 } }),
      expect.objectContaining({ outcome: 'done', booking: 'b-0' }),
    ]);
  });

  it('keeps nothing that says who somebody is', async () => {
    const person = {
      id: 'm-canary',
      firstName: 'Canary',
      lastName: 'Bird',
      email: 'c@bird.example',
    };
    await onefit.book(linked.uuid, 'b-1', session, person);
    const rows: unknown = await linked.venue.strapi.db
      .connection('onefit_activity_log')
      .select('*');
    expect(JSON.stringify(rows)).toContain('b-1');
    expect(JSON.stringify(rows)).not.toMatch(/canary|bird/i);
  });
});

describe('what goes out', () => {
  it('is one entry a batch, with its counts', async () => {
    const [entry] = await entries('sessions_sent');
    expect(entry).toMatchObject({ outcome: 'done', source: 'clock' });
    expect(entry?.counts).toEqual({ sent: 1, accepted: 1, stale: 0, rejected: 0 });
  });

  it('is logged with the next try when it fails, and session by session when refused', async () => {
    linked.venue.clock.advance(0);
    await linked.faults({ kind: 'status', status: 503, retryAfter: 40, count: 1 });
    await linked.staff.put(contentManager('appointment', session), { room: 'Attic' }).expect(200);
    const failed = await untilLogged('sessions_sent', 'failed');
    expect(failed).toMatchObject({ code: 'http_503', counts: { sent: 1 } });
    expect(Date.parse(failed.retryAt ?? '')).toBe(linked.venue.clock.now().getTime() + 40_000);
    await linked.faults({ kind: 'reject', sessionIds: [session], code: 'class_unknown' });
    linked.venue.clock.advance(40_000);
    const refused = await untilLogged('session_refused', 'refused');
    expect(refused).toMatchObject({ code: 'class_unknown', appointment: session });
  });
});

describe('what staff do', () => {
  it('is logged with their id', async () => {
    await linked.staff.post('/onefit-aggregator/sync').expect(200);
    await linked.staff.post(`/onefit-aggregator/sessions/${session}/retry`).expect(200);
    await linked.staff.delete('/onefit-aggregator/extension-order').expect(204);
    const [placed] = await entries('order_placed');
    expect(placed?.actor).toMatch(/^\d+$/);
    for (const kind of ['synchronise_asked', 'retry_asked', 'order_ended']) {
      const found = await entries(kind);
      expect(found).toEqual([expect.objectContaining({ source: 'staff', actor: placed?.actor })]);
    }
  });

  it('leaves no entry when it is undone', async () => {
    await linked.staff
      .post('/onefit-aggregator/extension-order', { contactEmail: 'again@venue.example' })
      .expect(400);
    expect(await entries('order_placed')).toHaveLength(1);
  });
});

describe('the list', () => {
  it('gives every entry once, newest first, page by page, also within one moment', async () => {
    await write(7);
    await write(6, new Date(linked.venue.clock.now().getTime() - DAY));
    const seen: ActivityEntry[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const next: ActivityPage = await page(`?kind=swept&limit=4${cursor && `&cursor=${cursor}`}`);
      seen.push(...next.entries);
      cursor = next.nextCursor;
    }
    expect(new Set(seen.map(({ documentId }) => documentId)).size).toBe(13);
    const times = seen.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('filters by time, kind and outcome', async () => {
    await write(2, new Date('2026-05-01T10:00:00Z'));
    const may = '?from=2026-05-01T00:00:00Z&to=2026-05-02T02:00:00%2B02:00';
    expect((await page(may)).entries).toHaveLength(2);
    expect((await page(`${may}&kind=swept,order_placed`)).entries).toHaveLength(2);
    expect((await page(`${may}&kind=order_placed`)).entries).toEqual([]);
    expect((await page(`${may}&outcome=failed`)).entries).toEqual([]);
    expect((await page(`?to=2026-05-01T10:00:00Z`)).entries).toEqual([]);
  });

  it.each(['?kind=nothing', '?from=yesterday', '?limit=1000', '?cursor=abc'])(
    'refuses %s with a reason',
    async (query) => {
      const answer = await linked.staff.get(`${ROUTE}${query}`).expect(400);
      expect(answer.body).toMatchObject({ error: { details: { code: 'invalid_request' } } });
    },
  );

  it('is for those whose role allows it', async () => {
    const author = await signInStaff(linked.venue, 'strapi-author');
    await author.get(ROUTE).expect(403);
    await author.get(`${ROUTE}.csv`).expect(403);
  });
});

describe('the CSV file', () => {
  it('holds every entry of the filter, and no formula', async () => {
    await write(1, undefined, '=HYPERLINK("http://evil.example")');
    await write(600);
    const answer = await linked.staff.get(`${ROUTE}.csv?kind=swept`).expect(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain('onefit-activity-log.csv');
    const { data } = Papa.parse<Record<string, string>>(answer.text.trimEnd(), { header: true });
    expect(data).toHaveLength(601);
    const codes = data.map(({ code }) => code).filter(Boolean);
    expect(codes).toEqual([`'=HYPERLINK("http://evil.example")`]);
  });
});

describe('the log', () => {
  it('forgets what is older than 90 days, and nothing else', async () => {
    const now = linked.venue.clock.now();
    await write(1_200, new Date(now.getTime() - 90 * DAY - 1));
    await write(3, new Date(now.getTime() - 90 * DAY));
    const knex = linked.venue.strapi.db.connection;
    expect(await forgetOldActivities(knex, now)).toBe(1_200);
    expect((await page('?kind=swept')).entries).toHaveLength(3);
  });
});
