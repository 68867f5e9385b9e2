import { outcome } from '../support/linked';
import { BASE, member, timestampOf } from '../support/partner';
import { sayRaw } from '../support/raw-socket';
import { CLOSE, written } from '../support/written-request';
import type { SignedRequest } from '../support/written-request';
import { linkedSuite } from '../support/linked-suite';
import { signedBookings } from '../support/signed-bookings';
import { dumpDifference, dumpTables, writingNothing } from '../support/table-dump';

const NOW = new Date('2026-12-01T12:00:00Z');
const SECOND = 1_000;
/** How far a request's time may lie from the venue's. */
const SKEW = 300 * SECOND;

const suite = linkedSuite(NOW);
const signed = signedBookings(suite);
const { request, booking } = signed;

/** Sends a request with its target, and nothing else of it, changed. */
function send({ method, target, headers, body }: SignedRequest, to = target) {
  return suite.onefit.send({ method, target: to, headers, body: body === '' ? [] : [body] });
}

describe('a recorded request, sent again', () => {
  it('changes nothing as long as its time is near enough, and is refused after that', async () => {
    const recorded = booking();
    const first = await send(recorded);
    expect(first.status).toBe(201);
    for (const after of [SECOND, SKEW]) {
      suite.venue.clock.set(new Date(NOW.getTime() + after));
      const again = await writingNothing(suite.venue.strapi, () => send(recorded));
      expect([again.status, again.body]).toEqual([200, first.body]);
    }
    for (const after of [SKEW + SECOND, -SKEW - SECOND]) {
      suite.venue.clock.set(new Date(NOW.getTime() + after));
      const refused = await writingNothing(suite.venue.strapi, () => send(recorded));
      expect(outcome(refused)).toBe('401 timestamp_out_of_range');
    }
  });

  it('brings no cancelled booking back, and cancels none that was made after it', async () => {
    const [booked, cancelled] = [
      booking(),
      request('POST', `/venues/${suite.linked.uuid}/bookings/b-1/cancel`, {
        late: false,
        cancelledAt: timestampOf(NOW),
      }),
    ];
    await send(booked);
    await send(cancelled);
    await writingNothing(suite.venue.strapi, async () => {
      expect((await send(booked)).body.status).toBe('cancelled');
    });
    expect(
      (await suite.onefit.book(suite.linked.uuid, 'b-2', signed.sessionId, member('m-1'))).status,
    ).toBe(201);
    await writingNothing(suite.venue.strapi, () => send(cancelled));
    expect((await suite.onefit.booking(suite.linked.uuid, 'b-2')).body.status).toBe('confirmed');
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
    [
      'the UUID in capitals',
      (target) => target.replace(suite.linked.uuid, suite.linked.uuid.toUpperCase()),
    ],
    ['an empty query', (target) => `${target}?`],
    ['a parameter', (target) => `${target}?x=1`],
    ['a fragment', (target) => `${target}#x`],
    ['another booking', (target) => target.replace('b-1', 'b-2')],
    ['the host in front', (target) => `${suite.venue.url}${target}`],
  ];

  it.each(CHANGES)('is no more signed with %s', async (_what, change) => {
    const { target, ...rest } = booking();
    const changed = change(target);
    expect(changed).not.toBe(target);
    const before = await dumpTables(suite.venue.strapi);
    const { statuses } = await sayRaw(
      suite.venue.url,
      written({ ...rest, target: changed }, [CLOSE]),
    );
    // What no longer begins as this API's addresses do is Strapi's, which knows no such address.
    expect(statuses).toEqual([changed.startsWith('//') ? 405 : 401]);
    expect(dumpDifference(before, await dumpTables(suite.venue.strapi))).toEqual([]);
  });

  it('is no more signed with its parameters in another order, or written otherwise', async () => {
    const path = `/venues/${suite.linked.uuid}/sessions?limit=5&from=2026-12-01T00%3A00%3A00Z`;
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
      const target = `${BASE}/venues/${suite.linked.uuid}/sessions?${query}`;
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
    const right = request('PUT', path(suite.linked.uuid), {
      sessionId: signed.sessionId,
      member: member('m-1'),
    });
    const before = await dumpTables(suite.venue.strapi);
    const { statuses } = await sayRaw(suite.venue.url, written(right, [CLOSE]));
    expect([400, 404]).toContain(statuses[0]);
    expect(statuses).toHaveLength(1);
    expect(dumpDifference(before, await dumpTables(suite.venue.strapi))).toEqual([]);
  });
});

describe('a field that comes twice in a body', () => {
  /** Books by a body that is written by hand. */
  async function bookBy(body: string) {
    const path = `/venues/${suite.linked.uuid}/bookings/b-1`;
    return suite.onefit.call('PUT', path, body);
  }
  const who = JSON.stringify(member('m-1'));

  it('counts as it comes last, and is held to the schema as that', async () => {
    const wrong = await writingNothing(suite.venue.strapi, () =>
      bookBy(`{"sessionId":"${signed.sessionId}","sessionId":"a b","member":${who}}`),
    );
    expect(outcome(wrong)).toBe('400 invalid_request');
    const right = await bookBy(
      `{"sessionId":"a b","sessionId":"${signed.sessionId}","member":${who}}`,
    );
    expect(right.body).toMatchObject({ sessionId: signed.sessionId, member: { id: 'm-1' } });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('is unknown as %s', async (name) => {
    const twice = `"${name}":{"sessionId":"${signed.sessionId}"},"${name}":{}`;
    const answer = await writingNothing(suite.venue.strapi, () =>
      bookBy(`{${twice},"sessionId":"${signed.sessionId}","member":${who}}`),
    );
    expect(outcome(answer)).toBe('400 invalid_request');
    expect(({} as { sessionId?: string }).sessionId).toBeUndefined();
  });
});
