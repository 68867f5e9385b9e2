import { gzipSync } from 'node:zlib';
import { makeAppointment } from '../support/content';
import { addLinked, outcome, startLinked } from '../support/linked';
import type { Linked } from '../support/linked';
import { BASE, createPartner, member, signed, timestampOf } from '../support/partner';
import type { Partner } from '../support/partner';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { writingNothing } from '../support/table-dump';

const LIMIT = 64 * 1024;

let venue: RunningVenue;
let onefit: Partner;
let linked: Linked;
let sessionId: string;

beforeAll(async () => {
  venue = await startVenue();
  onefit = createPartner(venue.url, venue.clock.now);
  linked = await startLinked(venue, onefit);
  sessionId = (await makeAppointment(venue, linked.activity)).documentId;
}, 60_000);

afterAll(() => venue.stop());

function bookingPath(id = 'b-1'): string {
  return `/venues/${linked.uuid}/bookings/${id}`;
}

/** A booking that is taken once for each number. */
function booking(nth = 1, rest: object = {}): object {
  return { sessionId, member: member(`m-${nth}`), ...rest };
}

/** Books with this body and these headers, and gives how that ended; nothing may be written. */
async function refused(body: unknown, headers: Record<string, string> = {}): Promise<string> {
  const answer = await writingNothing(venue.strapi, () =>
    onefit.call('PUT', bookingPath(), body, { headers }),
  );
  return outcome(answer);
}

/** Sends a signed booking in these pieces, with no more headers than are given. */
async function inPieces(pieces: Array<string | Buffer>, headers: Record<string, string> = {}) {
  const target = `${BASE}${bookingPath('b-pieces')}`;
  const timestamp = timestampOf(venue.clock.now());
  const rawBody = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
  const signature = signed('test-secret', { method: 'PUT', target, timestamp, rawBody });
  return onefit.send({
    method: 'PUT',
    target,
    headers: {
      'X-Timestamp': timestamp,
      'X-Signature': signature,
      'Content-Type': 'application/json',
      ...headers,
    },
    body: pieces,
  });
}

describe('the type of a body', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/jsonp',
    'application/problem+json',
    'application/json; charset=iso-8859-1',
    'application/json; charset="utf-16"',
    'text/html; application/json',
  ])('%s is refused with 415', async (type) => {
    expect(await refused(booking(), { 'Content-Type': type })).toBe('415 unsupported_media_type');
  });

  it.each(['gzip', 'br', 'identity, gzip'])(
    'compressed by %s is refused with 415',
    async (name) => {
      const body = gzipSync(JSON.stringify(booking()));
      expect(await refused(body, { 'Content-Encoding': name })).toBe('415 unsupported_media_type');
    },
  );

  it.each([
    ['application/json', 11],
    ['APPLICATION/JSON', 12],
    ['application/json;charset=UTF-8', 13],
  ])('%s is taken', async (type, nth) => {
    const headers = { 'Content-Type': type };
    const answer = await onefit.call('PUT', bookingPath(`b-${nth}`), booking(nth), { headers });
    expect(answer.status).toBe(201);
  });

  it('does not matter where there is no body', async () => {
    const headers = { 'Content-Type': 'text/plain' };
    const path = `/venues/${(await addLinked(venue, onefit)).uuid}`;
    expect((await onefit.call('GET', path, undefined, { headers })).status).toBe(200);
    expect((await onefit.call('DELETE', `${path}/link`, undefined, { headers })).status).toBe(204);
  });
});

describe('the size of a body', () => {
  /** A booking of so many bytes: blanks between its parts count, and mean nothing. */
  function ofBytes(length: number, nth = 1): string {
    const text = JSON.stringify(booking(nth));
    return `${text.slice(0, -1)}${' '.repeat(length - text.length)}}`;
  }

  it('may be 65,536 bytes', async () => {
    const answer = await onefit.call('PUT', bookingPath('b-21'), ofBytes(LIMIT, 21));
    expect(answer.status).toBe(201);
  });

  it('may not be one byte more', async () => {
    expect(await refused(ofBytes(LIMIT + 1))).toBe('413 payload_too_large');
  });

  it('is refused by what is announced, before any of it comes', async () => {
    const answer = await writingNothing(venue.strapi, () =>
      inPieces(['{'], { 'Content-Length': String(10 * 1024 * 1024) }),
    );
    expect(outcome(answer)).toBe('413 payload_too_large');
    expect(answer.headers.get('Connection')).toBe('close');
  });

  it('is refused at the limit where nothing is announced', async () => {
    const piece = ' '.repeat(16 * 1024);
    const answer = await writingNothing(venue.strapi, () =>
      inPieces(Array.from({ length: 64 }, () => piece)),
    );
    expect(outcome(answer)).toBe('413 payload_too_large');
  });

  it('may come in pieces without being announced', async () => {
    const text = Buffer.from(
      JSON.stringify(booking(22, { member: member('m-22', { lastName: 'Zoë' }) })),
    );
    const pieces = [...text].map((byte) => Buffer.from([byte]));
    expect((await inPieces(pieces)).status).toBe(201);
  });
});

describe('JSON', () => {
  it.each<[string, string | Buffer]>([
    ['cut off', '{"sessionId":"s-1","member":{'],
    ['with a comma too many', '{"sessionId":"s-1",}'],
    ['with a comment', '{/**/}'],
    ['that is no UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d])],
    ['in UTF-16', Buffer.from('\ufeff{}', 'utf16le')],
    ['of nothing but a line feed', '\n'],
  ])('%s is refused with 400', async (_what, body) => {
    expect(await refused(body)).toBe('400 invalid_request');
  });

  it.each<[string, string, string]>([
    ['deep in itself', '['.repeat(30_000), ''],
    ['deep and whole', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, '0.0.0.0.0.0.0.0'],
    [
      'deep in a field',
      `{"sessionId":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`,
      'sessionId.a.a.a.a.a.a.a',
    ],
  ])('%s is refused', async (_what, body, path) => {
    const answer = await onefit.call('PUT', bookingPath(), body);
    expect(outcome(answer)).toBe('400 invalid_request');
    expect(answer.body.errors).toMatchObject([{ path }]);
  });

  it.each(['null', '[]', '"text"', '7', 'true', ''])('that is %s is no booking', async (body) => {
    expect(await refused(body)).toBe('400 invalid_request');
  });
});

describe('the faults of a request', () => {
  async function faults(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await writingNothing(venue.strapi, () => onefit.call(method, path, body));
    expect(outcome(answer)).toBe('400 invalid_request');
    return answer.body.errors;
  }

  it('are all named, each where it is', async () => {
    const body = {
      sessionId: 'has blanks',
      member: { firstName: '', lastName: 'a\u0000b', phone: '1'.repeat(33), vip: true },
      notes: 'x',
    };
    expect(await faults('PUT', bookingPath(), body)).toEqual(
      expect.arrayContaining(
        [
          'sessionId',
          'member.id',
          'member.firstName',
          'member.lastName',
          'member.phone',
          'member.vip',
          'notes',
        ].map((path) => ({ path, message: expect.any(String) as string })),
      ),
    );
  });

  it.each(['__proto__', 'constructor', 'toString', 'a'.repeat(300), '<b>', ''])(
    'name the unknown field "%s"',
    async (name) => {
      const text = JSON.stringify(booking()).replace('{', `{${JSON.stringify(name)}:{},`);
      expect(await faults('PUT', bookingPath(), text)).toHaveLength(1);
    },
  );

  it.each([
    ['twice', 'limit=1&limit=2', 'limit'],
    ['twice, once empty', 'from=&from=2026-12-01T00:00:00Z', 'from'],
    ['unknown', 'limit=1&offset=2', 'offset'],
    ['unknown, and named as what every object has', '__proto__=1', '__proto__'],
    ['in brackets', 'limit[]=1', 'limit[]'],
    ['empty', 'limit=', 'limit'],
  ])('name a parameter that is %s', async (_what, query, path) => {
    expect(await faults('GET', `/venues/${linked.uuid}/sessions?${query}`)).toMatchObject([
      { path },
    ]);
  });

  it('name a venue id that is no UUID, and an id of the wrong letters or length', async () => {
    expect(await faults('GET', '/venues/7/sessions')).toMatchObject([{ path: 'venueId' }]);
    for (const id of ['a b', 'a/b', '\u0000', 'é', '😀', 'x'.repeat(65)].map(encodeURIComponent)) {
      expect(await faults('GET', bookingPath(id))).toMatchObject([{ path: 'bookingId' }]);
    }
  });
});

describe('addresses and methods', () => {
  it.each([
    '',
    '/',
    '/nothing',
    '/health/',
    '/Health',
    '/venues',
    '/venues/%ZZ',
    '/sessions',
    '/venues//sessions/x/y',
    '/__proto__',
  ])('"%s" is nothing', async (path) => {
    expect(outcome(await onefit.call('GET', path))).toBe('404 not_found');
  });

  it.each([
    ['POST', '/health', 'GET'],
    ['PUT', '/openapi.json', 'GET'],
    ['PATCH', `/venues/x/bookings/b-1`, 'GET, PUT'],
    ['DELETE', `/venues/x/bookings/b-1`, 'GET, PUT'],
    ['POST', `/venues/x/link`, 'DELETE, PUT'],
    ['GET', `/venues/x/bookings/b-1/cancel`, 'POST'],
    ['HEAD', `/venues/x/sessions`, 'GET'],
    ['OPTIONS', `/venues/x`, 'GET'],
  ])('%s %s is refused with 405 and what there is', async (method, path, allow) => {
    const answer = await writingNothing(venue.strapi, () => onefit.call(method, path));
    expect(answer.status).toBe(405);
    expect(answer.headers.get('Allow')?.split(', ').sort().join(', ')).toBe(allow);
  });

  it('are found in either case of the UUID, and answered in lower case', async () => {
    const upper = await onefit.call('GET', `/venues/${linked.uuid.toUpperCase()}`);
    expect([upper.status, upper.body.id]).toEqual([200, linked.uuid]);
  });
});
