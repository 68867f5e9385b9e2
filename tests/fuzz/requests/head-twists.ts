import fc from 'fast-check';
import type { Recipe, Twist } from './recipe';

function withHeader(name: string, value: string): Twist<Recipe> {
  return {
    name: `a header ${name} is there`,
    apply: (recipe) => ({ ...recipe, headers: [...recipe.headers, [name, value]] }),
  };
}

const contentType = fc
  .constantFrom(
    null,
    '',
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    'application/json; charset=utf-16',
    'application/json; charset=latin1',
    'application/json; charset="UTF-8"',
    'APPLICATION/JSON',
    'application/json;',
    'application/json, text/plain',
    'application/problem+json',
  )
  .map(
    (type): Twist<Recipe> => ({
      name: `the content type is ${type ?? 'not there'}`,
      apply: (recipe) => ({
        ...recipe,
        headers: [
          ...recipe.headers.filter(([name]) => name !== 'Content-Type'),
          ...(type === null ? [] : ([['Content-Type', type]] as Array<[string, string]>)),
        ],
      }),
    }),
  );

const added = fc
  .constantFrom<
    Array<[string, string]>
  >(['Content-Encoding', 'gzip'], ['Content-Encoding', 'identity'], ['Content-Type', 'text/html'], ['Accept', 'text/html'], ['Accept', 'image/*;q=0'], ['Accept-Encoding', 'gzip, br'], ['Accept-Language', 'xx-YY;q=nonsense'], ['Authorization', 'Bearer eyJhbGciOiJub25lIn0.e30.'], ['Cookie', 'koa.sess=x; jwtToken=x; __proto__=x'], ['X-HTTP-Method-Override', 'DELETE'], ['X-Forwarded-For', "127.0.0.1, ' OR 1=1"], ['X-Forwarded-Proto', 'https'], ['X-Forwarded-Host', 'elsewhere.invalid'], ['X-Original-URL', '/admin'], ['If-None-Match', '*'], ['If-Match', '"x"'], ['Range', 'bytes=0-1'], ['Origin', 'https://elsewhere.invalid'], ['Access-Control-Request-Method', 'PUT'], ['X-Long', 'x'.repeat(8_000)], ['X-Umlaut', 'Zo\u00eb'], ['__proto__', 'x'], ['constructor', 'x'], ['X-Timestamp', '2026-01-01T00:00:00Z'], ['X-Signature', 'x'], ['Connection', 'close'], ['Upgrade', 'websocket'], ['TE', 'trailers'], ['Via', '1.1 somewhere'])
  .map(([name, value]) => withHeader(name, value));

function beyondNode(name: string, change: (recipe: Recipe) => Partial<Recipe>): Twist<Recipe> {
  return { name, apply: (recipe) => ({ ...recipe, ...change(recipe), nodeMayRefuse: true }) };
}

/** A head that says something else of the body than what comes. */
function misframed(name: string, header: [string, string]): Twist<Recipe> {
  return beyondNode(name, ({ headers }) => ({
    headers: [...headers, header],
    mayBeUnfinished: true,
  }));
}

/** For what leads past the API: how Strapi itself reads a body is not looked at. */
const WITHOUT_BODY = { body: Buffer.alloc(0), headers: [] };

const broken = fc.constantFrom(
  beyondNode('the method does not exist', () => ({ method: 'FUZZ' })),
  beyondNode('the method is in small letters', ({ method }) => ({ method: method.toLowerCase() })),
  beyondNode('the target holds a blank', ({ target }) => ({ target: `${target} x` })),
  beyondNode('the target holds a fragment', ({ target }) => ({ target: `${target}#x` })),
  beyondNode('the target holds a backslash', ({ target }) => ({
    ...WITHOUT_BODY,
    target: target.replace('/v1', '\\v1'),
  })),
  beyondNode('the target holds raw UTF-8', ({ target }) => ({ target: `${target}\u00c3\u00ab` })),
  beyondNode('the target is no path', () => ({ ...WITHOUT_BODY, target: '*' })),
  beyondNode('the target is endless', ({ target }) => ({ target: target + 'x'.repeat(20_000) })),
  beyondNode('the version is 2.0', () => ({ version: 'HTTP/2.0' })),
  beyondNode('the version is nonsense', () => ({ version: 'HTCPCP/1.0' })),
  beyondNode('a header holds NUL', ({ headers }) => ({
    headers: [...headers, ['X-Nul', 'a\u0000b']],
  })),
  beyondNode('a header has no name', ({ headers }) => ({ headers: [...headers, ['', 'x']] })),
  beyondNode('a name holds a blank', ({ headers }) => ({
    headers: [...headers, ['X Blank', 'x']],
  })),
  beyondNode('headers without end', ({ headers }) => ({
    headers: [...headers, ['X-Long', 'x'.repeat(20_000)]],
  })),
  misframed('two lengths', ['Content-Length', '3']),
  misframed('a negative length', ['Content-Length', '-1']),
  misframed('a length and chunks', ['Transfer-Encoding', 'chunked']),
  misframed('chunks that are none', ['Transfer-Encoding', 'xchunked']),
  beyondNode('something is expected', ({ headers }) => ({
    headers: [...headers, ['Expect', 'wonders']],
  })),
);

const olderVersion: Twist<Recipe> = {
  name: 'the version is 1.0',
  // It knows no chunks.
  apply: (recipe) => ({ ...recipe, version: 'HTTP/1.0', sending: 'length' }),
};

/** Changes to the head of a request, some of which leave it no HTTP. */
export const headTwists: fc.Arbitrary<Twist<Recipe>> = fc.oneof(
  { arbitrary: contentType, weight: 3 },
  { arbitrary: added, weight: 5 },
  { arbitrary: broken, weight: 3 },
  { arbitrary: fc.constant(olderVersion), weight: 1 },
);
