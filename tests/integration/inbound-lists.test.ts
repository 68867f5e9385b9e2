import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { edit, outcome } from '../support/linked';
import { member, timestampOf } from '../support/partner';
import { readPage, readPages } from '../support/pages';
import type { List } from '../support/pages';
import { linkedSuite } from '../support/linked-suite';

const NOW = new Date('2026-12-01T08:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const suite = linkedSuite(NOW);

/** A session that starts so many hours from now. */
async function sessionIn(hours: number, activity = suite.linked.activity): Promise<Doc> {
  const startsAt = new Date(NOW.getTime() + hours * HOUR);
  return makeAppointment(suite.venue, activity, {
    startsAt,
    endsAt: new Date(startsAt.getTime() + HOUR),
  });
}

async function sessionsIn(...hours: number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const each of hours) ids.push((await sessionIn(each)).documentId);
  return ids;
}

/** The pages of a list of the linked venue. */
const page = (list: List, query: string) => readPage(suite.onefit, suite.linked.uuid, list, query);
const pages = (list: List, query: string, between?: () => Promise<void>) =>
  readPages(suite.onefit, suite.linked.uuid, list, query, between);

async function refused(list: List, query: string): Promise<[string, unknown]> {
  const answer = await suite.onefit[list](suite.linked.uuid, query);
  const { errors } = answer.body as unknown as { errors: Array<{ path: string }> };
  return [outcome(answer), errors.map(({ path }) => path)];
}

describe('the list of sessions', () => {
  it('is ordered by start, then id', async () => {
    const [late, ...same] = await sessionsIn(50, 3, 3, 3);
    const [early] = await sessionsIn(1);
    expect((await page('sessions', '')).ids).toEqual([early, ...same.sort(), late]);
  });

  it.each([1, 2, 3, 7, 100])('comes in pages of %s, each session once', async (limit) => {
    const ids = await sessionsIn(1, 2, 2, 2, 3, 4);
    const all = await pages('sessions', `limit=${limit}`);
    expect(all.flat().sort()).toEqual([...ids].sort());
    expect(all.map(({ length }) => length)).toEqual(
      Array.from({ length: Math.ceil(6 / limit) }, (_, nth) => Math.min(limit, 6 - nth * limit)),
    );
  });

  it('gives each session that stays once, while others come, go and change', async () => {
    const staying = await sessionsIn(10, 20, 20, 20, 30, 40, 50);
    const [first, second] = [await sessionIn(15), await sessionIn(45)];
    let turn = 0;
    const all = await pages('sessions', 'limit=2', async () => {
      turn += 1;
      await sessionIn(5);
      await sessionIn(60 + turn);
      if (turn === 1)
        await edit(suite.venue, 'appointment', second, { aggregatorBookings: 'not_allowed' });
      if (turn === 2) await edit(suite.venue, 'appointment', first, { room: 'Studio 2' });
      if (turn === 3)
        await edit(suite.venue, 'activity', suite.linked.activity, { name: 'Renamed' });
    });
    const seen = all.flat();
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => staying.includes(id))).toEqual([
      staying[0],
      ...staying.slice(1, 4).sort(),
      ...staying.slice(4),
    ]);
    expect(seen).not.toContain(second.documentId);
  });

  it('holds what starts at or after "from" and before "to"', async () => {
    const [, second, third] = await sessionsIn(1, 2, 3, 4);
    const at = (hours: number) => timestampOf(new Date(NOW.getTime() + hours * HOUR));
    const between = async (query: string) => (await page('sessions', `?${query}`)).ids;
    expect(await between(`from=${at(2)}&to=${at(4)}`)).toEqual([second, third]);
    expect(await between(`from=${at(2)}&to=${at(2)}`)).toEqual([]);
    const elsewhere = '2026-12-01T11:00:00%2B01:00';
    expect(await between(`from=${elsewhere}&to=${at(3)}`)).toEqual([second]);
    expect(await between(`from=${at(2).replace('Z', '.001Z')}&to=${at(4)}`)).toEqual([third]);
  });

  it('begins now and ends in 366 days unless said otherwise', async () => {
    const [, running, coming] = await sessionsIn(-1, 0, 1);
    const [last] = await sessionsIn(366 * 24 - 1);
    const [beyond] = await sessionsIn(366 * 24);
    expect((await page('sessions', '')).ids).toEqual([running, coming, last]);
    const far = timestampOf(new Date(NOW.getTime() + 365 * DAY));
    expect((await page('sessions', `?from=${far}`)).ids).toEqual([last, beyond]);
  });

  it('holds 50 unless another limit is asked for', async () => {
    await sessionsIn(...Array.from({ length: 51 }, (_, nth) => nth + 1));
    expect((await pages('sessions', '')).map(({ length }) => length)).toEqual([50, 1]);
    expect((await pages('sessions', 'limit=100')).map(({ length }) => length)).toEqual([51]);
  }, 30_000);

  it.each([
    ['to=2026-12-01T07:59:59Z', 'to'],
    ['from=2026-12-02T00:00:00Z&to=2026-12-01T00:00:00Z', 'to'],
    ['to=2027-12-02T08:00:01Z', 'to'],
    ['from=2026-12-01', 'from'],
    ['from=2026-12-01T08:00:00+01:00', 'from'],
    ['from=2026-02-30T08:00:00Z', 'from'],
    ['from=1969-12-31T23:59:59Z', 'from'],
    ['from=3000-01-01T00:00:00Z', 'from'],
    ['to=now', 'to'],
  ])('refuses the range %s', async (query, path) => {
    expect(await refused('sessions', `?${query}`)).toEqual(['400 invalid_request', [path]]);
  });

  it.each(['to=2027-12-02T08:00:00Z', 'from=1970-01-01T00:00:00Z', 'from=2999-12-31T23:59:59Z'])(
    'takes the range %s',
    async (query) => {
      expect((await page('sessions', `?${query}`)).ids).toEqual([]);
    },
  );

  it('holds only what Onefit may show', async () => {
    const [shown, cancelled, withdrawn] = [
      await sessionIn(1),
      await sessionIn(2),
      await sessionIn(3),
    ];
    const closed = await makeActivity(suite.venue.strapi, suite.linked, {
      aggregatorBookings: 'not_allowed',
    });
    await sessionIn(4, closed);
    await edit(suite.venue, 'appointment', cancelled, {
      state: 'cancelled',
      cancellationReason: 'Ill',
      confirmed: true,
    });
    await edit(suite.venue, 'appointment', withdrawn, { aggregatorBookings: 'not_allowed' });
    expect((await page('sessions', '')).ids).toEqual([shown.documentId]);
  });
});

describe('the limit of a page', () => {
  it.each(['0', '101', '-1', '1.5', '', 'all', '1e1', '%201', '0x10', '9999'])(
    'cannot be "%s"',
    async (limit) => {
      for (const list of ['sessions', 'bookings'] as const) {
        expect(await refused(list, `?limit=${limit}`)).toEqual(['400 invalid_request', ['limit']]);
      }
    },
  );
});

describe('a cursor', () => {
  const forged = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');

  async function cursors(): Promise<Record<List, string>> {
    const [id = ''] = await sessionsIn(1, 2);
    await suite.onefit.book(suite.linked.uuid, 'b-1', id, member('m-1'));
    await suite.onefit.book(suite.linked.uuid, 'b-2', id, member('m-2'));
    const sessions = (await page('sessions', '?limit=1')).cursor ?? '';
    return { sessions, bookings: (await page('bookings', '?limit=1')).cursor ?? '' };
  }

  it('of the other list, cut off, or changed is refused', async () => {
    const { sessions, bookings } = await cursors();
    const bad = ['x', '', sessions.slice(0, -3), `${sessions}AA`, 'A'.repeat(600), '%00', 'a%2Bb'];
    for (const cursor of [...bad, bookings]) {
      expect(await refused('sessions', `?cursor=${cursor}`)).toEqual([
        '400 invalid_request',
        ['cursor'],
      ]);
    }
    const [code] = await refused('bookings', `?cursor=${sessions}`);
    expect(code).toBe('400 invalid_request');
  });

  it.each([
    ['an id that none can be', { id: 'a\u0000b' }],
    ['an id of any letters', { id: '😀' }],
    ['a time before all times', { at: -8.64e15 }],
    ['a time after all times', { at: 8.64e15 }],
    ['a field too many', { more: 1 }],
  ])('made up with %s is refused', async (_what, change) => {
    for (const list of ['sessions', 'bookings'] as const) {
      const content = { kind: list, venue: suite.linked.uuid, at: NOW.getTime(), id: 'x' };
      expect((await page(list, `?cursor=${forged(content)}`)).ids).toEqual([]);
      expect(await refused(list, `?cursor=${forged({ ...content, ...change })}`)).toEqual([
        '400 invalid_request',
        ['cursor'],
      ]);
    }
  });

  it('goes on from where it stands though its row is gone', async () => {
    const ids = await sessionsIn(1, 2, 3);
    const { cursor } = await page('sessions', '?limit=1');
    await suite.venue.strapi
      .documents('api::appointment.appointment')
      .delete({ documentId: ids[0] ?? '' });
    expect((await page('sessions', `?cursor=${cursor}`)).ids).toEqual(ids.slice(1));
  });
});

describe('the list of bookings', () => {
  let session: Doc;

  beforeEach(async () => {
    session = await sessionIn(24);
  });

  /** Books at so many seconds from now. */
  async function bookAt(seconds: number, id: string, into = session): Promise<void> {
    suite.venue.clock.set(new Date(NOW.getTime() + seconds * 1000));
    const answer = await suite.onefit.book(
      suite.linked.uuid,
      id,
      into.documentId,
      member(`m-${id}`),
    );
    expect(answer.status).toBe(201);
  }

  it('is ordered by the last change, then id, and paged without a gap', async () => {
    for (const [seconds, id] of [
      [1, 'e'],
      [2, 'c'],
      [2, 'b'],
      [2, 'd'],
      [3, 'a'],
    ] as const) {
      await bookAt(seconds, id);
    }
    for (const limit of [1, 2, 3, 5]) {
      const all = await pages('bookings', `limit=${limit}`);
      expect(all.flat()).toEqual(['e', 'b', 'c', 'd', 'a']);
    }
    suite.venue.clock.set(new Date(NOW.getTime() + 4_000));
    await suite.onefit.cancel(suite.linked.uuid, 'c');
    expect((await page('bookings', '')).ids).toEqual(['e', 'b', 'd', 'a', 'c']);
  });

  it('loses none while they change: those come again at its end', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const [nth, id] of ids.entries()) await bookAt(nth, id);
    let turn = 0;
    const all = await pages('bookings', 'limit=2', async () => {
      turn += 1;
      suite.venue.clock.set(new Date(NOW.getTime() + (10 + turn) * 1000));
      if (turn === 1) await suite.onefit.cancel(suite.linked.uuid, 'a');
      if (turn === 2) await suite.onefit.cancel(suite.linked.uuid, 'e');
    });
    expect(all.flat()).toEqual(['a', 'b', 'c', 'd', 'f', 'a', 'e']);
  });

  it('can be cut to one session, and to what changed since', async () => {
    const other = await sessionIn(25);
    await bookAt(1, 'a');
    await bookAt(2, 'b', other);
    await bookAt(3, 'c');
    expect((await page('bookings', `?sessionId=${session.documentId}`)).ids).toEqual(['a', 'c']);
    const since = timestampOf(new Date(NOW.getTime() + 2_000));
    expect((await page('bookings', `?modifiedSince=${since}`)).ids).toEqual(['b', 'c']);
    const both = `?modifiedSince=${since}&sessionId=${session.documentId}&limit=1`;
    expect(await page('bookings', both)).toEqual({ ids: ['c'], cursor: null });
  });

  it('can always be read on from the newest change that was seen', async () => {
    suite.venue.clock.set(new Date(NOW.getTime() + 999));
    await suite.onefit.book(suite.linked.uuid, 'a', session.documentId, member('m-a'));
    const { modifiedAt } = (await suite.onefit.booking(suite.linked.uuid, 'a')).body as {
      modifiedAt: string;
    };
    expect((await page('bookings', `?modifiedSince=${modifiedAt}`)).ids).toEqual(['a']);
  });

  it('holds no cancellation whose booking never came, and then it does', async () => {
    await suite.onefit.cancel(suite.linked.uuid, 'a');
    expect((await page('bookings', '')).ids).toEqual([]);
    await suite.onefit.book(suite.linked.uuid, 'a', session.documentId, member('m-a'));
    const { body } = await suite.onefit.bookings(suite.linked.uuid);
    expect(body.bookings).toMatchObject([{ id: 'a', status: 'cancelled', member: { id: 'm-a' } }]);
  });
});
