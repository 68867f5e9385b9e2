import fc from 'fast-check';
import type { Draft, Twist } from './recipe';
import { oddName, oddText, percentEncoded } from './texts';

function onDraft(name: string, change: (draft: Draft) => Partial<Draft>): Twist<Draft> {
  return { name, apply: (draft) => ({ ...draft, ...change(draft) }) };
}

/** Parts of a path as they may come over the wire, encoded rightly or not. */
const oddSegment: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', '.', '..', '%2e%2e', '%2E%2E%2F', '%', '%zz', '%00', '%C0%AF', '%ED%A0%80'),
  fc.constantFrom('a%2Fb', 'a;b=c', '*', '~', '@', ':', '$', '&', '=', '+', "'", '()', '!', ','),
  fc.constantFrom('__proto__', 'constructor', 'venues', 'bookings', 'link', 'health', 'cancel'),
  oddText.map(percentEncoded).filter((text) => text.length < 6_000),
  fc.constantFrom('x'.repeat(64), 'x'.repeat(65), 'x'.repeat(4_000)),
);

const replacedSegment = fc.tuple(fc.nat(5), oddSegment).map(([which, segment]) =>
  onDraft('a part of the path is another', ({ segments }) => ({
    segments: segments.with(which % segments.length, segment),
  })),
);

const otherPath = fc
  .constantFrom<
    Array<[string, (segments: string[]) => string[]]>
  >(['ends with a slash', (segments) => [...segments, '']], ['begins with two slashes', (segments) => ['', ...segments]], ['is longer', (segments) => [...segments, 'more']], ['is shorter', (segments) => segments.slice(0, -1)], ['is empty', () => []], ['is in capitals', (segments) => segments.map((part) => part.toUpperCase())], ['is encoded twice', (segments) => segments.map((part) => percentEncoded(percentEncoded(part)))], ['is encoded throughout', (segments) => segments.map((part) => part.replaceAll(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`))], ['climbs', (segments) => [...segments, '..', '..', '..', '..', 'admin', 'init']])
  .map(([what, change]) =>
    onDraft(`the path ${what}`, ({ segments }) => ({ segments: change(segments) })),
  );

const QUERY_NAMES = ['from', 'to', 'limit', 'cursor', 'sessionId', 'modifiedSince'];

const oddLimit = fc.constantFrom(
  '0',
  '1',
  '100',
  '101',
  '-1',
  '1.5',
  '1e2',
  '0x10',
  '00005',
  ' 5',
  '٣',
);

const addedToQuery = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...QUERY_NAMES),
      fc.constantFrom('limit[]', 'filters[$or][0]'),
      oddName,
    ),
    fc.oneof(oddLimit, oddText),
    fc.boolean(),
  )
  .map(([name, value, inFront]) =>
    onDraft('something is added to the query', ({ query }) => {
      const text = `${percentEncoded(name)}=${percentEncoded(value)}`.slice(0, 6_000);
      if (query === null) return { query: text };
      return { query: inFront ? `${text}&${query}` : `${query}&${text}` };
    }),
  );

const otherQuery = fc
  .constantFrom('', '&', '&&&=', '=', '?', 'limit', 'limit=&limit=', '%', '%zz=1', 'a=%00', '/../')
  .map((query) => onDraft('the query is something else', () => ({ query })));

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];

const otherMethod = fc
  .constantFrom(...METHODS)
  .map((method) => onDraft('the method is another', () => ({ method })));

/** Changes to what is asked for: method, path, query. The request stays HTTP. */
export const addressTwists: fc.Arbitrary<Twist<Draft>> = fc.oneof(
  { arbitrary: replacedSegment, weight: 4 },
  { arbitrary: otherPath, weight: 2 },
  { arbitrary: addedToQuery, weight: 4 },
  { arbitrary: otherQuery, weight: 1 },
  { arbitrary: otherMethod, weight: 3 },
);
