import { makeAppointment, makePlace } from '../support/content';
import { outcome, startLinked } from '../support/linked';
import type { Linked } from '../support/linked';
import { BASE, createPartner, member, signed, timestampOf } from '../support/partner';
import type { Partner, PartnerOptions } from '../support/partner';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { writingNothing } from '../support/table-dump';

const NOW = new Date('2026-12-01T12:00:00Z');

/** So many seconds from the venue's clock. */
function secondsOff(seconds: number): string {
  return timestampOf(new Date(NOW.getTime() + seconds * 1000));
}

describe('with the secrets "next, before"', () => {
  let venue: RunningVenue;
  let onefit: Partner;
  let linked: Linked;
  let sessionId: string;

  beforeAll(async () => {
    venue = await startVenue({ ONEFIT_SECRET: 'next, before,' });
    onefit = createPartner(venue.url, venue.clock.now, 'next');
    linked = await startLinked(venue, onefit);
    venue.clock.set(NOW);
    sessionId = (await makeAppointment(venue, linked.activity)).documentId;
  }, 60_000);

  afterAll(() => venue.stop());

  async function refusedBooking(options: PartnerOptions, body?: unknown): Promise<string> {
    const path = `/venues/${linked.uuid}/bookings/b-1`;
    const request = body ?? { sessionId, member: member('m-1') };
    const answer = await writingNothing(venue.strapi, () =>
      onefit.call('PUT', path, request, options),
    );
    return outcome(answer);
  }

  it.each<[string, PartnerOptions, string]>([
    ['no signature', { signature: null }, 'signature_missing'],
    ['an empty signature', { signature: '' }, 'signature_missing'],
    ['no timestamp', { timestamp: null }, 'signature_missing'],
    ['neither', { timestamp: null, signature: null }, 'signature_missing'],
    ['a signature of another secret', { secret: 'other' }, 'signature_invalid'],
    ['a signature of both secrets as one', { secret: 'next, before,' }, 'signature_invalid'],
    ['a signature of nothing', { secret: '' }, 'signature_invalid'],
    ['no base64', { signature: 'nonsense' }, 'signature_invalid'],
    ['a signature in hexadecimal', { signature: 'ab'.repeat(32) }, 'signature_invalid'],
    ['two signatures', { headers: { 'x-signature': 'a, b' } }, 'signature_invalid'],
    ['a time 301 seconds ago', { timestamp: secondsOff(-301) }, 'timestamp_out_of_range'],
    ['a time in 301 seconds', { timestamp: secondsOff(301) }, 'timestamp_out_of_range'],
    ['a time of years ago', { timestamp: '1970-01-01T00:00:00Z' }, 'timestamp_out_of_range'],
    ['milliseconds', { timestamp: '2026-12-01T12:00:00.000Z' }, 'timestamp_out_of_range'],
    ['an offset', { timestamp: '2026-12-01T12:00:00+00:00' }, 'timestamp_out_of_range'],
    ['no instant', { timestamp: 'now' }, 'timestamp_out_of_range'],
  ])('refuses %s, and writes nothing', async (_what, options, code) => {
    expect(await refusedBooking(options)).toBe(`401 ${code}`);
  });

  it.each([
    ['300 seconds ago', -300],
    ['in 300 seconds', 300],
    ['now', 0],
  ])('takes a time %s', async (_what, seconds) => {
    const timestamp = secondsOff(seconds);
    const answer = await onefit.call('GET', `/venues/${linked.uuid}`, undefined, { timestamp });
    expect(answer.status).toBe(200);
  });

  it('says with every 401 which scheme it expects', async () => {
    const { headers } = await onefit.call('GET', `/venues/${linked.uuid}`, undefined, {
      signature: null,
    });
    expect(headers.get('WWW-Authenticate')).toBe('HMAC-SHA256');
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  it('takes a signature for this very request: no other method, path, query, time or body', async () => {
    const path = `/venues/${linked.uuid}/bookings/b-1`;
    const body = JSON.stringify({ sessionId, member: member('m-1') });
    const right = {
      method: 'PUT',
      target: `${BASE}${path}`,
      timestamp: secondsOff(0),
      rawBody: body,
    };
    const signature = signed('next', right);
    const other = (change: Partial<typeof right>) => ({
      signature: signed('next', { ...right, ...change }),
    });
    expect(await refusedBooking(other({ method: 'POST' }), body)).toContain('401');
    expect(await refusedBooking(other({ target: `${right.target}?` }), body)).toContain('401');
    expect(await refusedBooking(other({ target: path }), body)).toContain('401');
    expect(await refusedBooking(other({ timestamp: secondsOff(1) }), body)).toContain('401');
    expect(await refusedBooking({ signature }, `${body} `)).toContain('401');
    expect((await onefit.call('PUT', path, body, { signature })).status).toBe(201);
  });

  it.each([
    ['broken JSON', 'PUT', '/venues/x/bookings/b-1', '{"sessionId":', {}],
    ['another type', 'PUT', '/venues/x/bookings/b-1', '<xml/>', { 'Content-Type': 'text/xml' }],
    ['a compressed body', 'PUT', '/venues/x/bookings/b-1', 'x', { 'Content-Encoding': 'gzip' }],
    ['an address that there is not', 'GET', '/nothing', undefined, {}],
    ['a method that there is not', 'DELETE', '/health', undefined, {}],
    ['a venue that there is not', 'GET', '/venues/nobody', undefined, {}],
  ])('looks at the signature before it looks at %s', async (_what, method, path, body, headers) => {
    const options = { headers, signature: null };
    expect(outcome(await onefit.call(method, path, body, options))).toBe('401 signature_missing');
    const forged = { headers, secret: 'forged' };
    expect(outcome(await onefit.call(method, path, body, forged))).toBe('401 signature_invalid');
  });

  it('asks for none to say that it lives and what it offers', async () => {
    const unsigned = { signature: null, timestamp: null };
    const health = await onefit.call('GET', '/health?probe=1', undefined, unsigned);
    expect([health.status, health.body]).toEqual([200, { status: 'ok' }]);
    const document = await onefit.call('GET', '/openapi.json', undefined, unsigned);
    expect(document.body).toMatchObject({ openapi: '3.1.0' });
  });

  it('takes every secret of the list while one replaces the other', async () => {
    const path = `/venues/${linked.uuid}`;
    const by = async (secret: string) =>
      (await onefit.call('GET', path, undefined, { secret })).status;
    expect([await by('next'), await by('before')]).toEqual([200, 200]);
    const { secrets } = venue.strapi.config.get<{ secrets: string[] }>('plugin::onefit-aggregator');
    expect(secrets.splice(1)).toEqual(['before']);
    expect([await by('next'), await by('before')]).toEqual([200, 401]);
  });
});

describe('without a secret', () => {
  let venue: RunningVenue;

  beforeAll(async () => {
    venue = await startVenue({ ONEFIT_SECRET: ' , ' });
  }, 60_000);

  afterAll(() => venue.stop());

  it.each(['', ' , ', 'undefined', 'test-secret'])(
    'answers 503 to everything signed, here with "%s", and writes nothing',
    async (secret) => {
      const onefit = createPartner(venue.url, venue.clock.now, secret);
      const { uuid } = (await makePlace(venue.strapi)).venue;
      await writingNothing(venue.strapi, async () => {
        const link = await onefit.link(uuid, uuid);
        expect(outcome(link)).toBe('503 not_configured');
        expect(Number(link.headers.get('Retry-After'))).toBeGreaterThan(0);
        expect(outcome(await onefit.call('GET', '/nothing'))).toBe('503 not_configured');
      });
      expect((await onefit.call('GET', '/health')).status).toBe(200);
    },
  );
});
