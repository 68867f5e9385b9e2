import { sign } from '../contract/signature';
import {
  COMPANY,
  control,
  linkVenue,
  sandboxFixture,
  SECRET,
  VENUE,
} from '../testing/sandbox-fixture';
import { venueFixture } from '../testing/venue-fixture';
import type { VenueFixture } from '../testing/venue-fixture';
import type { RunningSandbox } from '../sandbox';
import { sessionFixture } from '../testing/session-fixture';

let venue: VenueFixture;
let sandbox: RunningSandbox;

beforeAll(async () => {
  venue = await venueFixture();
  sandbox = await sandboxFixture({ venueBaseUrl: venue.url, secrets: [SECRET, 'older'] });
});

afterAll(() => Promise.all([sandbox.stop(), venue.stop()]));

beforeEach(() => {
  sandbox.parts.store.reset();
  venue.seen.length = 0;
  venue.replies.length = 0;
});

const ROOT = `/api/onefit-aggregator/v1/venues/${VENUE}`;
const member = { id: 'm-1', firstName: 'Zoë', lastName: 'Jansen' };
const info = {
  id: VENUE,
  companyId: COMPANY,
  name: 'Centrum',
  timeZone: 'Europe/Amsterdam',
  link: { status: 'linked', onefitVenueId: 'of-1', linkedAt: '2026-11-22T07:00:00+01:00' },
};
const refusal = (status: number, code: string) => ({
  status,
  body: { type: 'about:blank', title: 'No', status, detail: 'Because.', code },
});
const booked = (change: object = {}) => ({
  status: 201,
  body: {
    id: 'b-1',
    sessionId: 's-1',
    status: 'confirmed',
    member: { id: 'm-1' },
    product: 'Onefit',
    bookedAt: '2026-11-22T07:00:00+01:00',
    modifiedAt: '2026-11-22T07:00:00+01:00',
    ...change,
  },
});
const book = () =>
  control(sandbox, 'POST', '/bookings', {
    venueId: VENUE,
    sessionId: 's-1',
    bookingId: 'b-1',
    member,
  });
const status = () => sandbox.parts.store.bookings.get('b-1')?.status;

describe('linking', () => {
  const link = () => control(sandbox, 'POST', '/links', { venueId: VENUE, companyId: COMPANY });

  it('asks the venue, signed with the first secret, and learns its name', async () => {
    venue.replies.push({ status: 200, body: {} }, { status: 200, body: info });
    expect(await link()).toMatchObject({
      status: 200,
      body: { onefitVenueId: 'of-1', status: 'linked', name: 'Centrum' },
    });
    const [seen] = venue.seen;
    expect(seen).toMatchObject({
      method: 'PUT',
      path: `${ROOT}/link`,
      body: JSON.stringify({ companyId: COMPANY, onefitVenueId: 'of-1' }),
    });
    const parts = { method: 'PUT', pathAndQuery: `${ROOT}/link`, body: seen?.body ?? '' };
    expect(seen?.signature).toBe(sign({ ...parts, timestamp: seen?.timestamp ?? '' }, SECRET));
  });

  it('keeps no link that the venue refused, and gives its number to the next', async () => {
    venue.replies.push(refusal(409, 'extension_not_ordered'));
    expect(await link()).toMatchObject({
      status: 422,
      body: { code: 'extension_not_ordered', message: 'Because.', venueStatus: 409 },
    });
    expect(sandbox.parts.store.findVenue(VENUE)).toBeUndefined();
    venue.replies.push({ status: 200, body: {} }, { status: 200, body: info });
    expect(await link()).toMatchObject({ body: { onefitVenueId: 'of-1' } });
  });

  it('keeps a link whose answer got lost, as not confirmed, and repeats it alike', async () => {
    venue.replies.push(null);
    expect(await link()).toMatchObject({ status: 502, body: { code: 'venue_unreachable' } });
    expect(sandbox.parts.store.findVenue(VENUE)?.link?.status).toBe('unconfirmed');
    venue.replies.push({ status: 200, body: {} }, { status: 200, body: info });
    expect(await link()).toMatchObject({ body: { onefitVenueId: 'of-1', status: 'linked' } });
    expect(venue.seen[0]?.body).toBe(venue.seen[1]?.body);
  });

  it('ends a link once the venue agrees', async () => {
    linkVenue(sandbox);
    venue.replies.push(null, { status: 204 });
    expect((await control(sandbox, 'DELETE', `/links/${VENUE}`)).status).toBe(502);
    expect(sandbox.parts.store.findVenue(VENUE)?.link).not.toBeNull();
    expect((await control(sandbox, 'DELETE', `/links/${VENUE}`)).status).toBe(204);
    expect(sandbox.parts.store.findVenue(VENUE)?.link).toBeNull();
    expect(await control(sandbox, 'DELETE', `/links/${VENUE}`)).toMatchObject({
      status: 404,
      body: { code: 'venue_not_linked' },
    });
  });
});

describe('booking', () => {
  it('books under its own id', async () => {
    venue.replies.push(booked());
    expect(await book()).toMatchObject({ status: 200, body: { booking: { status: 'confirmed' } } });
    expect(venue.seen[0]).toMatchObject({
      method: 'PUT',
      path: `${ROOT}/bookings/b-1`,
      body: JSON.stringify({ sessionId: 's-1', member }),
    });
  });

  it("tells the venue's refusal", async () => {
    venue.replies.push(refusal(409, 'session_full'));
    expect(await book()).toMatchObject({ status: 422, body: { code: 'session_full' } });
    expect(status()).toBe('refused');
  });

  it('is not confirmed while the answer is unknown, and is repeated unchanged', async () => {
    venue.replies.push(null, { status: 500 }, { ...booked(), status: 200 });
    expect((await book()).status).toBe(502);
    expect(await book()).toMatchObject({ status: 502, body: { code: 'venue_answer_invalid' } });
    expect(status()).toBe('unconfirmed');
    expect((await book()).status).toBe(200);
    expect(status()).toBe('confirmed');
    expect(new Set(venue.seen.map(({ body }) => body)).size).toBe(1);
  });

  it.each([
    ['another booking', { id: 'b-2' }],
    ['another member', { member: { id: 'm-2' } }],
    ['an unknown field', { price: 5 }],
    ['an unknown status', { status: 'booked' }],
  ])('does not believe an answer about %s', async (_name, change) => {
    venue.replies.push(booked(change));
    expect(await book()).toMatchObject({ status: 502, body: { code: 'venue_answer_invalid' } });
    expect(status()).toBe('unconfirmed');
  });

  it('cancels late or in time by the session, unless it is told', async () => {
    linkVenue(sandbox);
    const record = sandbox.parts.store.session(sandbox.parts.store.venue(VENUE), 's-1');
    record.held = sessionFixture();
    const late = async (body: object): Promise<unknown> => {
      venue.replies.push(booked({ status: 'cancelled', modifiedAt: '2026-11-23T07:00:00+01:00' }));
      await control(sandbox, 'POST', '/bookings/b-1/cancel', body);
      return JSON.parse(venue.seen.at(-1)?.body ?? '{}');
    };
    venue.replies.push(booked());
    await book();
    const before = '2026-11-30T10:29:59+01:00';
    const at = '2026-11-30T10:30:00+01:00';
    expect(await late({ cancelledAt: before })).toEqual({ late: false, cancelledAt: before });
    expect(await late({ cancelledAt: at })).toEqual({ late: true, cancelledAt: at });
    expect(await late({ cancelledAt: at, late: false })).toEqual({ late: false, cancelledAt: at });
  });

  it('takes 202 for a booking the venue never saw as cancelled', async () => {
    venue.replies.push(null, { status: 202 });
    await book();
    expect((await control(sandbox, 'POST', '/bookings/b-1/cancel')).status).toBe(200);
    expect(status()).toBe('cancelled');
  });

  it('checks in at the instant it is told', async () => {
    venue.replies.push(booked(), refusal(422, 'check_in_window_closed'));
    await book();
    const at = '2026-11-30T18:10:00+01:00';
    expect(await control(sandbox, 'POST', '/bookings/b-1/check-in', { at })).toMatchObject({
      status: 422,
      body: { code: 'check_in_window_closed', booking: { status: 'confirmed' } },
    });
    expect(venue.seen.at(-1)?.body).toBe(JSON.stringify({ at }));
  });
});

describe('comparing', () => {
  it('finds what differs, over all pages', async () => {
    linkVenue(sandbox);
    const { store } = sandbox.parts;
    const coming = { startsAt: '2999-01-01T18:30:00+01:00', endsAt: '2999-01-01T19:30:00+01:00' };
    const hold = (id: string, version: number): void => {
      store.session(store.venue(VENUE), id).held = sessionFixture({ id, version, ...coming });
    };
    hold('s-same', 3);
    hold('s-old', 1);
    hold('s-gone', 1);
    const page = (ids: [string, number][], nextCursor: string | null) => ({
      status: 200,
      body: {
        sessions: ids.map(([id, version]) => sessionFixture({ id, version, ...coming })),
        nextCursor,
      },
    });
    venue.replies.push(
      page([['s-same', 3]], 'next'),
      page(
        [
          ['s-old', 2],
          ['s-new', 1],
        ],
        null,
      ),
    );
    const { body } = await control(sandbox, 'POST', `/venues/${VENUE}/compare`);
    expect(body).toMatchObject({
      same: 1,
      differing: [
        { id: 's-old', atOnefit: { version: 1 }, atVenue: { version: 2 } },
        { id: 's-new', atOnefit: null },
        { id: 's-gone', atVenue: null },
      ],
    });
    expect(venue.seen.map(({ path }) => path)).toEqual([
      `${ROOT}/sessions?limit=100`,
      `${ROOT}/sessions?limit=100&cursor=next`,
    ]);
  });
});
