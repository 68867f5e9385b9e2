import { verify } from '../../../src/plugins/onefit-aggregator/server/src/wire/signature';
import type { Recipe, Signing } from '../requests/recipe';
import { write } from './write';

const now = new Date('2026-11-24T06:00:00.500Z');
const secret = 'test-secret';

function recipeWith(changes: Partial<Recipe>): Recipe {
  return {
    operationId: 'putBooking',
    twists: [],
    method: 'PUT',
    target: '/api/onefit-aggregator/v1/venues/x/bookings/b-1?limit=1',
    version: 'HTTP/1.1',
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from('{"x":"ë"}'),
    sending: 'length',
    signing: { how: 'right' },
    nodeMayRefuse: false,
    mayBeUnfinished: false,
    ...changes,
  };
}

function written(changes: Partial<Recipe> = {}): string {
  return write(recipeWith(changes), 'venue.example', { secret, now }).bytes.toString('latin1');
}

/** What the plugin makes of the signature; headers come once, as Node hands them on. */
function verdict(signing: Signing): string {
  const recipe = recipeWith({ signing });
  const header = (name: string) =>
    new RegExp(`^${name}: (.*)$`, 'm').exec(written({ signing }))?.[1]?.trim();
  const verified = verify({
    method: recipe.method,
    pathAndQuery: recipe.target,
    timestamp: header('X-Timestamp'),
    signature: header('X-Signature'),
    rawBody: recipe.body,
    secrets: [secret],
    now,
  });
  return verified.ok ? 'let in' : verified.code;
}

describe('a written request', () => {
  it('has its bytes as they stand, with their length', () => {
    const text = written();
    expect(text).toContain(
      'PUT /api/onefit-aggregator/v1/venues/x/bookings/b-1?limit=1 HTTP/1.1\r\n',
    );
    expect(text).toContain('Host: venue.example\r\n');
    expect(text).toMatch(/Content-Length: 10\r\n\r\n\{"x":"\u00c3\u00ab"\}$/);
  });

  it('goes out in chunks', () => {
    expect(written({ sending: 'chunked' })).toMatch(
      /Transfer-Encoding: chunked\r\n\r\na\r\n\{"x":".."\}\r\n0\r\n\r\n$/s,
    );
  });

  it('leaves its connection open for the answer, unless the server may wait for more', () => {
    const of = (changes: Partial<Recipe>) => write(recipeWith(changes), 'h', { secret, now });
    expect(of({})).toMatchObject({ isLast: false, isEnded: false });
    expect(of({ version: 'HTTP/1.0' })).toMatchObject({ isLast: true, isEnded: false });
    const misframed = { nodeMayRefuse: true, mayBeUnfinished: true };
    expect(of(misframed)).toMatchObject({ isLast: true, isEnded: true });
  });

  it('is cut in the middle when its caller goes away', () => {
    const { bytes, cutAfter } = write(recipeWith({ sending: 'cut' }), 'h', { secret, now });
    expect(cutAfter).toBe(Math.ceil(bytes.length / 2));
  });

  it.each<[Signing, string]>([
    [{ how: 'right' }, 'let in'],
    [{ how: 'nothing' }, 'signature_missing'],
    [{ how: 'header', name: 'X-Timestamp', value: null }, 'signature_missing'],
    [{ how: 'header', name: 'X-Signature', value: 'x' }, 'signature_invalid'],
    [{ how: 'secret', secret: 'x' }, 'signature_invalid'],
    [{ how: 'moved', part: 'method' }, 'signature_invalid'],
    [{ how: 'moved', part: 'target' }, 'signature_invalid'],
    [{ how: 'moved', part: 'body' }, 'signature_invalid'],
    [{ how: 'late', seconds: -330 }, 'timestamp_out_of_range'],
    [{ how: 'late', seconds: 330 }, 'timestamp_out_of_range'],
    [{ how: 'rewritten', as: 'hex' }, 'signature_invalid'],
    [{ how: 'rewritten', as: 'base64url' }, 'signature_invalid'],
    [{ how: 'rewritten', as: 'lower-case' }, 'signature_invalid'],
    [{ how: 'rewritten', as: 'doubled' }, 'signature_invalid'],
    [{ how: 'rewritten', as: 'with a blank' }, 'signature_invalid'],
  ])('signed %j gets: %s', (signing, expected) => {
    expect(verdict(signing)).toBe(expected);
  });
});
