import { randomUUID } from 'node:crypto';
import { makeActivity, makeAppointment } from '../support/content';
import { addLinked, startLinked } from '../support/linked';
import type { Linked } from '../support/linked';
import { createPartner, member, timestampOf } from '../support/partner';
import type { Partner, PartnerAnswer } from '../support/partner';
import { statementsOf } from '../support/statements';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { dumpDifference, dumpTables, writingNothing } from '../support/table-dump';

/** What a call speaks of: a venue, and what is said to be there. */
interface Subject {
  venueId: string;
  companyId: string;
  sessionId: string;
  bookingId: string;
  /** cursors of the two lists */
  sessionsCursor: string;
  bookingsCursor: string;
}

type Call = (onefit: Partner, subject: Subject) => Promise<PartnerAnswer>;

const now = () => timestampOf(new Date());

const get = (path: (subject: Subject) => string): Call => {
  return (onefit, subject) => onefit.call('GET', `/venues/${subject.venueId}${path(subject)}`);
};

/** Every call about a venue, by the name that the document gives it. */
const CALLS: Record<string, Call> = {
  getVenue: get(() => ''),
  linkVenue: (onefit, { venueId, companyId }) => onefit.link(venueId, companyId),
  unlinkVenue: (onefit, { venueId }) => onefit.call('DELETE', `/venues/${venueId}/link`),
  listSessions: get(({ sessionsCursor }) => `/sessions?cursor=${sessionsCursor}`),
  getSession: get(({ sessionId }) => `/sessions/${sessionId}`),
  putBooking: (onefit, { venueId, bookingId, sessionId }) =>
    onefit.book(venueId, bookingId, sessionId, member('m-1')),
  getBooking: get(({ bookingId }) => `/bookings/${bookingId}`),
  listBookings: get(({ bookingsCursor }) => `/bookings?cursor=${bookingsCursor}`),
  cancelBooking: (onefit, { venueId, bookingId }) => onefit.cancel(venueId, bookingId),
  checkInBooking: (onefit, { venueId, bookingId }) => onefit.checkIn(venueId, bookingId, now()),
};

/** These answer for a venue that is not linked, too. */
const OF_SUPPORT = ['getVenue', 'linkVenue', 'unlinkVenue'];
const OF_LINKED = Object.keys(CALLS).filter((name) => !OF_SUPPORT.includes(name));

let venue: RunningVenue;
let onefit: Partner;
let mine: Linked;
let own: Subject;
let theirs: Subject;
let unlinked: Subject;

/** A linked place with two sessions that can be booked now, a booking in each, and its cursors. */
async function furnish(place: Linked): Promise<Subject> {
  const startsAt = new Date(Date.now() + 20 * 60_000);
  const times = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) };
  const first = await makeAppointment(venue, place.activity, times);
  const second = await makeAppointment(venue, place.activity, times);
  const bookingId = `b-${first.documentId}`;
  await onefit.book(place.uuid, bookingId, first.documentId, member('m-1'));
  await onefit.book(place.uuid, `b-${second.documentId}`, second.documentId, member('m-2'));
  const { sessions } = { sessions: await onefit.sessions(place.uuid, '?limit=1') };
  const bookings = await onefit.bookings(place.uuid, '?limit=1');
  return {
    venueId: place.uuid,
    companyId: place.company.uuid,
    sessionId: first.documentId,
    bookingId,
    sessionsCursor: sessions.body.nextCursor ?? '',
    bookingsCursor: bookings.body.nextCursor ?? '',
  };
}

beforeAll(async () => {
  venue = await startVenue();
  onefit = createPartner(venue.url, venue.clock.now);
  mine = await startLinked(venue, onefit);
  own = await furnish(mine);
  theirs = await furnish(await addLinked(venue, onefit));
  const ended = await addLinked(venue, onefit);
  unlinked = await furnish(ended);
  await onefit.call('DELETE', `/venues/${ended.uuid}/link`);
}, 60_000);

afterAll(() => venue.stop());

const NOTHING_HERE = {
  type: 'urn:onefit-aggregator:problem:not_found',
  title: 'Not found',
  status: 404,
  detail: 'There is nothing here for Onefit.',
  code: 'not_found',
};

async function findsNothing(name: string, subject: Subject): Promise<void> {
  const call = CALLS[name];
  if (!call) throw new Error(`There is no call ${name}.`);
  const answer = await writingNothing(venue.strapi, () => call(onefit, subject));
  expect([answer.status, answer.body]).toEqual([404, NOTHING_HERE]);
}

it('knows every call that the document has', async () => {
  const document = await onefit.call<{ paths: Record<string, Record<string, object>> }>(
    'GET',
    '/openapi.json',
  );
  const named = Object.values(document.body.paths)
    .flatMap((methods) => Object.values(methods))
    .map((operation) => (operation as { operationId: string }).operationId);
  expect(Object.keys(CALLS).sort()).toEqual(
    named.filter((name) => name !== 'getHealth' && name !== 'getOpenApi').sort(),
  );
});

describe('the same answer, to every call, for', () => {
  it.each(Object.keys(CALLS))('a venue that there is not: %s', async (name) => {
    await findsNothing(name, { ...own, venueId: randomUUID() });
  });

  it.each(OF_LINKED)('a venue that is not linked, whatever it has: %s', async (name) => {
    await findsNothing(name, unlinked);
    await findsNothing(name, { ...own, venueId: unlinked.venueId });
  });

  it.each(['getSession', 'putBooking'])('the session of another venue: %s', async (name) => {
    await findsNothing(name, { ...own, sessionId: theirs.sessionId, bookingId: 'b-new' });
    await findsNothing(name, { ...own, sessionId: unlinked.sessionId, bookingId: 'b-new' });
  });

  it.each(['getBooking', 'putBooking', 'cancelBooking', 'checkInBooking'])(
    'the booking of another venue: %s',
    async (name) => {
      await findsNothing(name, { ...own, bookingId: theirs.bookingId });
      await findsNothing(name, { ...theirs, bookingId: unlinked.bookingId });
      await findsNothing(name, { ...theirs, venueId: own.venueId });
    },
  );

  it.each(['listSessions', 'listBookings'])('the cursor of another venue: %s', async (name) => {
    const { sessionsCursor, bookingsCursor } = theirs;
    await findsNothing(name, { ...own, sessionsCursor, bookingsCursor });
  });

  it.each(['getSession', 'putBooking'])('what there is not at all: %s', async (name) => {
    await findsNothing(name, { ...own, sessionId: 'nothing', bookingId: 'b-new' });
  });

  it.each(['getSession', 'putBooking'])('a session’s id in another case: %s', async (name) => {
    const sessionId = own.sessionId.toUpperCase();
    expect(sessionId).not.toBe(own.sessionId);
    await findsNothing(name, { ...own, sessionId, bookingId: 'b-new' });
    await findsNothing(name, { ...own, sessionId, bookingId: 'b-new' });
  });

  it.each(['getBooking', 'checkInBooking'])('a booking never made: %s', async (name) => {
    await findsNothing(name, { ...own, bookingId: 'b-never' });
  });

  it.each(['getSession', 'putBooking'])('a session never offered: %s', async (name) => {
    const activity = await makeActivity(venue.strapi, mine, { aggregatorBookings: 'not_allowed' });
    const { documentId } = await makeAppointment(venue, activity);
    await findsNothing(name, { ...own, sessionId: documentId, bookingId: 'b-new' });
  });
});

/** What others do meanwhile: refusals are noted a moment later, and Strapi tells of what was made. */
const MEANWHILE = /onefit_activity_log|select .uuid., .document_id. from|t0/;

/** The SQL that a call runs which finds nothing. */
async function workOf(name: string, subject: Subject): Promise<string[]> {
  const { result, statements } = await statementsOf(venue, async () =>
    CALLS[name]?.(onefit, subject),
  );
  const own = statements.filter((sql) => !MEANWHILE.test(sql));
  expect([result?.status, own.length > 0]).toEqual([404, true]);
  return own;
}

describe('the same work, statement by statement, for', () => {
  it.each(OF_LINKED)('a venue that is not linked and one that there is not: %s', async (name) => {
    const nobodys = await workOf(name, { ...own, venueId: randomUUID() });
    expect(await workOf(name, unlinked)).toEqual(nobodys);
  });

  it.each(['getSession', 'putBooking'])(
    'a session of another venue and one that there is not: %s',
    async (name) => {
      const work = (sessionId: string) => workOf(name, { ...own, sessionId, bookingId: 'b-new' });
      const nothings = await work('nothing');
      expect(await work(theirs.sessionId)).toEqual(nothings);
      expect(await work(unlinked.sessionId)).toEqual(nothings);
    },
  );

  it.each(['getBooking', 'checkInBooking'])(
    'a booking of another venue and one never made: %s',
    async (name) => {
      const nevers = await workOf(name, { ...own, bookingId: 'b-never' });
      expect(await workOf(name, { ...own, bookingId: theirs.bookingId })).toEqual(nevers);
      expect(await workOf(name, { ...own, bookingId: unlinked.bookingId })).toEqual(nevers);
    },
  );
});

describe('what is there', () => {
  it('is found: none of the above is so because nothing ever answers', async () => {
    for (const name of OF_LINKED) {
      const answer = await CALLS[name]?.(onefit, own);
      // Whoever is cancelled can no longer check in.
      const expected = name === 'checkInBooking' ? 409 : 200;
      expect([name, answer?.status]).toEqual([name, expected]);
    }
  });

  it('is not told of by a filter: the session of another venue is as one that there is not', async () => {
    const of = async (id: string) => (await onefit.bookings(own.venueId, `?sessionId=${id}`)).body;
    expect((await of(own.sessionId)).bookings).toHaveLength(1);
    expect(await of(theirs.sessionId)).toEqual({ bookings: [], nextCursor: null });
    expect(await of('nothing')).toEqual({ bookings: [], nextCursor: null });
    expect(await of(own.sessionId.toUpperCase())).toEqual({ bookings: [], nextCursor: null });
  });

  it('can be read and linked by support alone while it is not linked', async () => {
    const pending = await CALLS.getVenue?.(onefit, unlinked);
    expect(pending?.body).toMatchObject({ link: { status: 'pending', onefitVenueId: null } });
    const before = await dumpTables(venue.strapi);
    expect((await CALLS.unlinkVenue?.(onefit, unlinked))?.status).toBe(204);
    expect(dumpDifference(before, await dumpTables(venue.strapi))).toEqual([]);
  });

  it('lists of two venues share nothing', async () => {
    const ids = async (subject: Subject) => {
      const sessions = (await onefit.sessions(subject.venueId)).body.sessions;
      const bookings = (await onefit.bookings(subject.venueId)).body.bookings;
      return [...sessions, ...bookings].map(({ id }) => id);
    };
    const [here, there] = [await ids(own), await ids(theirs)];
    expect(here).toHaveLength(4);
    expect(there).toHaveLength(4);
    expect(here.filter((id) => there.includes(id))).toEqual([]);
  });
});

it('finds the tables changed when a call does change them', async () => {
  const { documentId } = await makeAppointment(venue, mine.activity);
  await expect(
    writingNothing(venue.strapi, () => onefit.book(mine.uuid, 'b-x', documentId, member('m-x'))),
  ).rejects.toThrow('bookings +');
});
