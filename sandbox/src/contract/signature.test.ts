import { checkSignature, formatTimestamp, sign } from './signature';

const VENUE = '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';
const TIMESTAMP = '2026-11-22T06:00:00Z';
const NOW = new Date(TIMESTAMP);

const put = {
  method: 'PUT',
  pathAndQuery: `/api/onefit-aggregator/v1/venues/${VENUE}/bookings/b-1`,
  body: '{"sessionId":"s-1","member":{"id":"m-1","firstName":"Zoë","lastName":"Member"}}',
};
const get = {
  method: 'GET',
  pathAndQuery: `/api/onefit-aggregator/v1/venues/${VENUE}/sessions?limit=5`,
  body: '',
};

describe('sign', () => {
  it.each([
    ['a body with a letter beyond ASCII', put, 'ni7fVAKrFIpyjTOvgp2qVuxz3LXqYZGrcf9yWVVbsvw='],
    ['a query and no body', get, 'xX6oQmiE/tN4UV5nQmB1dpFgLyBm5Z8Ey1OR3gk3Wxg='],
  ])("agrees with the contract's vector: %s", (_name, parts, signature) => {
    expect(sign({ ...parts, timestamp: TIMESTAMP }, 'test-secret')).toBe(signature);
  });

  it('signs bytes as it signs the text they spell', () => {
    const bytes = { ...put, timestamp: TIMESTAMP, body: Buffer.from(put.body, 'utf8') };
    expect(sign(bytes, 'test-secret')).toBe(sign({ ...put, timestamp: TIMESTAMP }, 'test-secret'));
  });
});

describe('checkSignature', () => {
  const signed = { ...put, timestamp: TIMESTAMP };
  const check = (
    change: Partial<typeof signed> = {},
    { secrets = ['test-secret'], now = NOW, signature = sign(signed, 'test-secret') } = {},
  ): string | undefined => checkSignature({ ...signed, ...change }, signature, secrets, now)?.code;

  it('believes a genuine request', () => {
    expect(check()).toBeUndefined();
  });

  it('takes any of the secrets, in any place', () => {
    expect(check({}, { secrets: ['new', 'test-secret'] })).toBeUndefined();
    expect(check({}, { secrets: ['new', 'newer'] })).toBe('signature_invalid');
  });

  it.each([
    ['method', { method: 'POST' }],
    ['path', { pathAndQuery: `${put.pathAndQuery}?a=1` }],
    ['body', { body: put.body.replace('Zoë', 'Zoe') }],
    ['timestamp', { timestamp: '2026-11-22T06:00:01Z' }],
  ])('covers the %s', (_name, change) => {
    expect(check(change)).toBe('signature_invalid');
  });

  it.each([
    ['exactly 300 s late', 300, undefined],
    ['301 s late', 301, 'timestamp_out_of_range'],
    ['exactly 300 s early', -300, undefined],
    ['301 s early', -301, 'timestamp_out_of_range'],
  ])('judges a clock that is %s', (_name, seconds, code) => {
    expect(check({}, { now: new Date(NOW.getTime() + seconds * 1_000) })).toBe(code);
  });

  it.each(['2026-11-22T06:00:00.000Z', '2026-11-22T07:00:00+01:00', 'now', '2026-13-22T06:00:00Z'])(
    'refuses the timestamp %s, which is not UTC in whole seconds',
    (timestamp) => {
      const signature = sign({ ...put, timestamp }, 'test-secret');
      expect(check({ timestamp }, { signature })).toBe('timestamp_out_of_range');
    },
  );

  it('tells a missing header from a wrong one', () => {
    expect(checkSignature({ ...put, timestamp: undefined }, 'x', ['s'], NOW)?.code).toBe(
      'signature_missing',
    );
    expect(checkSignature(signed, undefined, ['s'], NOW)?.code).toBe('signature_missing');
    expect(check({}, { signature: 'short' })).toBe('signature_invalid');
  });
});

it('writes a timestamp in whole seconds of UTC', () => {
  expect(formatTimestamp(new Date('2026-11-22T06:00:00.987Z'))).toBe(TIMESTAMP);
});
