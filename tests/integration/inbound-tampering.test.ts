import { makeAppointment } from '../support/content';
import { outcome, startLinked } from '../support/linked';
import type { Linked } from '../support/linked';
import { BASE, createPartner, member, timestampOf } from '../support/partner';
import type { Partner } from '../support/partner';
import { sayRaw } from '../support/raw-socket';
import { CLOSE, signedNow, written } from '../support/written-request';
import type { SignedRequest } from '../support/written-request';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { dumpDifference, dumpTables, writingNothing } from '../support/table-dump';

const NOW = new Date('2026-12-01T12:00:00Z');
const SECOND = 1_000;
/** How far a request's time may lie from the venue's. */
const SKEW = 300 * SECOND;

let venue: RunningVenue;
let onefit: Partner;
let linked: Linked;
let sessionId: string;

beforeAll(async () => {
  venue = await startVenue();
  onefit = createPartner(venue.url, venue.clock.now);
}, 60_000);

afterAll(() => venue.stop());

beforeEach(async () => {
  linked = await startLinked(venue, onefit);
  venue.clock.set(NOW);
  sessionId = (await makeAppointment(venue, linked.activity)).documentId;
});

const request = (method: string, path: string, body?: object) =>
  signedNow(venue.clock.now(), method, path, body);

function booking(id = 'b-1', who = 'm-1'): SignedRequest {
  const path = `/venues/${linked.uuid}/bookings/${id}`;
  return request('PUT', path, { sessionId, member: member(who) });
}

/** Sends a request with its target, and nothing else of it, changed. */
function send({ method, target, headers, body }: SignedRequest, to = target) {
  return onefit.send({ method, target: to, headers, body: body === '' ? [] : [body] });
}

describe('a recorded request, sent again', () => {
  it('changes nothing as long as its time is near enough, and is refused after that', async () => {
    const recorded = booking();
    const first = await send(recorded);
    expect(first.status).toBe(201);
    for (const after of [SECOND, SKEW]) {
      venue.clock.set(new Date(NOW.getTime() + after));
      const again = await writingNothing(venue.strapi, () => send(recorded));
      expect([again.status, again.body]).toEqual([200, first.body]);
    }
    for (const after of [SKEW + SECOND, -SKEW - SECOND]) {
      venue.clock.set(new Date(NOW.getTime() + after));
      const refused = await writingNothing(venue.strapi, () => send(recorded));
      expect(outcome(refused)).toBe('401 timestamp_out_of_range');
    }
  });

  it('brings no cancelled booking back, and cancels none that was made after it', async () => {
    const [booked, cancelled] = [
      booking(),
      request('POST', `/venues/${linked.uuid}/bookings/b-1/cancel`, {
        late: false,
        cancelledAt: timestampOf(NOW),
      }),
    ];
    await send(booked);
    await send(cancelled);
    await writingNothing(venue.strapi, async () => {
      expect((await send(booked)).body.status).toBe('cancelled');
    });
    expect((await onefit.book(linked.uuid, 'b-2', sessionId, member('m-1'))).status).toBe(201);
    await writingNothing(venue.strapi, () => send(cancelled));
    expect((await onefit.booking(linked.uuid, 'b-2')).body.status).toBe('confirmed');
  });
});

describe('a signed address', () => {
  /** Other ways to write an address, or to lead it elsewhere. */
  const CHANGES: Array<[string, (target: string) => string]> = [
    ['an encoded slash', (target) => target.replace('/bookings/', '%2Fbookings/')],
    ['a letter encoded', (target) => target.replace('/bookings/', '/%62ookings/')],
    ['a letter of the id encoded', (target) => target.replace('b-1', 'b%2D1')],
    ['two slashes', (target) => target.replace('/bookings/', '//bookings/')],
    ['two slashes at the start', (target) => `/${target}`],
    ['a slash at the end', (target) => `${target}/`],
    ['a dot segment', (target) => target.replace('/bookings/', '/./bookings/')],
    ['dot segments back to itself', (target) => target.replace('/v1/', '/v1/x/../')],
    ['encoded dot segments', (target) => target.replace('/v1/', '/v1/x/%2e%2e/')],
    ['a path parameter', (target) => target.replace('/bookings/', ';x=1/bookings/')],
    ['capitals', (target) => target.replace('/bookings/', '/BOOKINGS/')],
    ['the UUID in capitals', (target) => target.replace(linked.uuid, linked.uuid.toUpperCase())],
    ['an empty query', (target) => `${target}?`],
    ['a parameter', (target) => `${target}?x=1`],
    ['a fragment', (target) => `${target}#x`],
    ['another booking', (target) => target.replace('b-1', 'b-2')],
    ['the host in front', (target) => `${venue.url}${target}`],
  ];

  it.each(CHANGES)('is no more signed with %s', async (_what, change) => {
    const { target, ...rest } = booking();
    const changed = change(target);
    expect(changed).not.toBe(target);
    const before = await dumpTables(venue.strapi);
    const { statuses } = await sayRaw(venue.url, written({ ...rest, target: changed }, [CLOSE]));
    // What no longer begins as this API's addresses do is Strapi's, which knows no such address.
    expect(statuses).toEqual([changed.startsWith('//') ? 405 : 401]);
    expect(dumpDifference(before, await dumpTables(venue.strapi))).toEqual([]);
  });

  it('is no more signed with its parameters in another order, or written otherwise', async () => {
    const path = `/venues/${linked.uuid}/sessions?limit=5&from=2026-12-01T00%3A00%3A00Z`;
    const listed = request('GET', path);
    expect((await send(listed)).status).toBe(200);
    for (const query of [
      'from=2026-12-01T00%3A00%3A00Z&limit=5',
      'limit=5&from=2026-12-01T00:00:00Z',
      'limit=5&from=2026-12-01T00%3a00%3a00Z',
      'limit=5&&from=2026-12-01T00%3A00%3A00Z',
      'limit=05&from=2026-12-01T00%3A00%3A00Z',
      'limit=5&from=2026-12-01T00%3A00%3A00Z&limit=5',
    ]) {
      const target = `${BASE}/venues/${linked.uuid}/sessions?${query}`;
      expect([query, outcome(await send(listed, target))]).toEqual([
        query,
        '401 signature_invalid',
      ]);
    }
  });

  it.each([
    ['dot segments', (uuid: string) => `/venues/${uuid}/x/../bookings/b-1`],
    ['encoded dot segments', (uuid: string) => `/venues/${uuid}/x/%2e%2e/bookings/b-1`],
    ['an encoded slash', (uuid: string) => `/venues/${uuid}%2Fbookings/b-1`],
    ['two slashes', (uuid: string) => `/venues//${uuid}/bookings/b-1`],
    ['a path parameter', (uuid: string) => `/venues/${uuid};x/bookings/b-1`],
  ])('leads nowhere by %s, though it is signed so', async (_what, path) => {
    const right = request('PUT', path(linked.uuid), { sessionId, member: member('m-1') });
    const before = await dumpTables(venue.strapi);
    const { statuses } = await sayRaw(venue.url, written(right, [CLOSE]));
    expect([400, 404]).toContain(statuses[0]);
    expect(statuses).toHaveLength(1);
    expect(dumpDifference(before, await dumpTables(venue.strapi))).toEqual([]);
  });
});

describe('a field that comes twice in a body', () => {
  /** Books by a body that is written by hand. */
  async function bookBy(body: string) {
    const path = `/venues/${linked.uuid}/bookings/b-1`;
    return onefit.call('PUT', path, body);
  }
  const who = JSON.stringify(member('m-1'));

  it('counts as it comes last, and is held to the schema as that', async () => {
    const wrong = await writingNothing(venue.strapi, () =>
      bookBy(`{"sessionId":"${sessionId}","sessionId":"a b","member":${who}}`),
    );
    expect(outcome(wrong)).toBe('400 invalid_request');
    const right = await bookBy(`{"sessionId":"a b","sessionId":"${sessionId}","member":${who}}`);
    expect(right.body).toMatchObject({ sessionId, member: { id: 'm-1' } });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('is unknown as %s', async (name) => {
    const twice = `"${name}":{"sessionId":"${sessionId}"},"${name}":{}`;
    const answer = await writingNothing(venue.strapi, () =>
      bookBy(`{${twice},"sessionId":"${sessionId}","member":${who}}`),
    );
    expect(outcome(answer)).toBe('400 invalid_request');
    expect(({} as { sessionId?: string }).sessionId).toBeUndefined();
  });
});
