import fc from 'fast-check';
import { formatUtc } from './instant';
import { sign, SIGNATURE_HEADER, signatureTimestamp, TIMESTAMP_HEADER, verify } from './signature';
import type { ReceivedRequest } from './signature';

const venue = '/api/onefit-aggregator/v1/venues/3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';
const now = new Date('2026-11-22T06:00:00Z');
const timestamp = '2026-11-22T06:00:00Z';
const secret = 'test-secret';
const put = {
  method: 'PUT',
  pathAndQuery: `${venue}/bookings/b-1`,
  timestamp,
  rawBody: Buffer.from(
    '{"sessionId":"s-1","member":{"id":"m-1","firstName":"Zoë","lastName":"Member"}}',
  ),
};

function received(changes: Partial<ReceivedRequest> = {}): ReceivedRequest {
  return { ...put, signature: sign({ ...put, secret }), secrets: [secret], now, ...changes };
}

describe('sign', () => {
  it('gives the published vectors', () => {
    expect(sign({ ...put, secret })).toBe('ni7fVAKrFIpyjTOvgp2qVuxz3LXqYZGrcf9yWVVbsvw=');
    expect(
      sign({
        method: 'GET',
        pathAndQuery: `${venue}/sessions?limit=5`,
        timestamp,
        rawBody: '',
        secret,
      }),
    ).toBe('xX6oQmiE/tN4UV5nQmB1dpFgLyBm5Z8Ey1OR3gk3Wxg=');
  });

  it('takes text as UTF-8, like the bytes of it', () => {
    expect(sign({ ...put, rawBody: put.rawBody.toString('utf8'), secret })).toBe(
      sign({ ...put, secret }),
    );
  });

  it('does not sign without a secret', () => {
    expect(() => sign({ ...put, secret: '' })).toThrow('ONEFIT_SECRET');
  });

  it('writes the timestamp in UTC with seconds', () => {
    expect(signatureTimestamp(new Date('2026-11-22T06:00:00.987Z'))).toBe(timestamp);
  });

  it('names the headers as the contract does', () => {
    expect([TIMESTAMP_HEADER, SIGNATURE_HEADER]).toEqual(['X-Timestamp', 'X-Signature']);
  });
});

describe('verify', () => {
  it('accepts what was signed with any of the secrets and says which', () => {
    expect(verify(received())).toEqual({ ok: true, secretIndex: 0 });
    expect(verify(received({ secrets: ['newer', secret, 'older'] }))).toEqual({
      ok: true,
      secretIndex: 1,
    });
  });

  it('names the first of equal secrets', () => {
    expect(verify(received({ secrets: [secret, secret] }))).toEqual({ ok: true, secretIndex: 0 });
  });

  it.each([
    ['no secret is set', { secrets: [] }, 'not_configured'],
    ['the signature is missing', { signature: undefined }, 'signature_missing'],
    ['the signature is empty', { signature: '' }, 'signature_missing'],
    ['the timestamp is missing', { timestamp: undefined }, 'signature_missing'],
    ['the secret is another', { secrets: ['test-Secret'] }, 'signature_invalid'],
    ['the method is another', { method: 'POST' }, 'signature_invalid'],
    ['the body is another', { rawBody: Buffer.from('{}') }, 'signature_invalid'],
    ['the query is left out', { pathAndQuery: `${venue}/bookings` }, 'signature_invalid'],
    ['the timestamp is another', { timestamp: '2026-11-22T06:00:01Z' }, 'signature_invalid'],
  ] satisfies [string, Partial<ReceivedRequest>, string][])(
    'refuses when %s',
    (_case, changes, code) => {
      expect(verify(received(changes))).toEqual({ ok: false, code });
    },
  );

  it.each<[string, (good: string) => string]>([
    ['hexadecimal', (good) => Buffer.from(good, 'base64').toString('hex')],
    ['base64url', (good) => good.replace('=', '').replaceAll('+', '-').replaceAll('/', '_')],
    ['without its padding', (good) => good.slice(0, -1)],
    ['with a line feed', (good) => `${good}\n`],
    ['given twice', (good) => `${good}, ${good}`],
    ['not canonical', (good) => good.replace(/w=$/, 'x=')],
    ['too long', (good) => good.repeat(100)],
    ['not ASCII', () => 'é'.repeat(44)],
  ])('refuses a signature that is %s', (_case, written) => {
    const good = sign({ ...put, secret });
    const signature = written(good);
    expect(signature).not.toBe(good);
    expect(verify(received({ signature }))).toEqual({ ok: false, code: 'signature_invalid' });
  });

  it.each([
    ['with milliseconds', '2026-11-22T06:00:00.000Z'],
    ['with another offset', '2026-11-22T07:00:00+01:00'],
    ['with a numeric zero offset', '2026-11-22T06:00:00+00:00'],
    ['in lower case', '2026-11-22t06:00:00z'],
    ['as seconds since 1970', '1795327200'],
    ['with blanks', ' 2026-11-22T06:00:00Z'],
    ['of a day that does not exist', '2026-02-30T06:00:00Z'],
  ])('refuses a timestamp %s, even when signed', (_case, written) => {
    const at = written.startsWith('2026-02') ? new Date('2026-03-02T06:00:00Z') : now;
    const signature = sign({ ...put, timestamp: written, secret });
    expect(verify(received({ timestamp: written, signature, now: at }))).toEqual({
      ok: false,
      code: 'timestamp_out_of_range',
    });
  });

  it.each([
    [-301, false],
    [-300, true],
    [300, true],
    [301, false],
  ])('with a clock %i s apart: %s', (seconds, accepted) => {
    const result = verify(received({ now: new Date(now.getTime() + seconds * 1000) }));
    expect(result).toEqual(
      accepted ? { ok: true, secretIndex: 0 } : { ok: false, code: 'timestamp_out_of_range' },
    );
  });

  const requests = fc.record({
    method: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE'),
    pathAndQuery: fc.webPath().map((path) => `/${path}`),
    rawBody: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    secret: fc.string({ minLength: 1, maxLength: 40 }),
    at: fc.date({ min: new Date('2000-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
  });

  it('accepts whatever was signed, and nothing of it changed', () => {
    fc.assert(
      fc.property(requests, fc.nat(), ({ at, secret: key, ...parts }, position) => {
        const signed = { ...parts, timestamp: formatUtc(at) };
        const signature = sign({ ...signed, secret: key });
        const request = { ...signed, signature, secrets: [key], now: at };
        expect(verify(request)).toEqual({ ok: true, secretIndex: 0 });

        const body = Buffer.concat([parts.rawBody, Buffer.from([0])]);
        body.writeUInt8((body[position % body.length] ?? 0) ^ 1, position % body.length);
        const changed = [
          { ...request, rawBody: body },
          { ...request, pathAndQuery: `${request.pathAndQuery}?` },
          { ...request, secrets: [`${key} `] },
          // What moves from one part to the next must not sign the same.
          {
            ...request,
            pathAndQuery: `${request.pathAndQuery}\n${request.timestamp}`,
          },
        ];
        for (const tampered of changed) expect(verify(tampered).ok).toBe(false);
      }),
    );
  });
});
