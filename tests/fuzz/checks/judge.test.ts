import { exampleBooking } from '../../../src/plugins/onefit-aggregator/server/src/wire/examples';
import {
  Problem,
  toProblemJson,
} from '../../../src/plugins/onefit-aggregator/server/src/wire/problems';
import type { ProblemCode } from '../../../src/plugins/onefit-aggregator/server/src/wire/problems';
import { document, VENUE } from '../requests/made-up';
import type { Recipe } from '../requests/recipe';
import type { Fate } from '../sending/lane';
import { createJudge } from './judge';

const judge = createJudge(document);
const BASE = '/api/onefit-aggregator/v1';
const member = { id: 'm-1', firstName: 'Zoë', lastName: 'Member' };

function recipe(
  changes: Partial<Recipe> = {},
  body: unknown = { sessionId: 's-1', member },
): Recipe {
  return {
    operationId: 'putBooking',
    twists: ['something'],
    method: 'PUT',
    target: `${BASE}/venues/${VENUE}/bookings/b-1`,
    version: 'HTTP/1.1',
    headers: [],
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    sending: 'length',
    signing: { how: 'right' },
    nodeMayRefuse: false,
    mayBeUnfinished: false,
    ...changes,
  };
}

function answered(status: number, type: string, body: unknown): Fate {
  const headers = new Headers({ 'Content-Type': type });
  const text = body === '' ? '' : JSON.stringify(body);
  return { answer: { status, headers, body: text, closes: false }, lost: null };
}

const booked = answered(201, 'application/json', exampleBooking);
const bare = answered(400, '', '');
const stranger: Partial<Recipe> = { signing: { how: 'nothing' } };

function refused(code: ProblemCode): Fate {
  const problem = toProblemJson(new Problem(code));
  return answered(problem.status, 'application/problem+json', problem);
}

const checksOf = (asked: Recipe, fate: Fate) => judge(asked, fate).map(({ check }) => check);

describe('the judge of answers', () => {
  it.each<[string, Recipe, Fate]>([
    ['a booking', recipe({ twists: [] }), booked],
    ['a refusal of what is forbidden', recipe({}, { sessionId: 1 }), refused('invalid_request')],
    ['a refusal by the rules', recipe({ twists: [] }), refused('session_full')],
    ['a stranger kept out', recipe(stranger), refused('signature_missing')],
    ['a stranger with too large a body', recipe(stranger), refused('payload_too_large')],
    ['a caller who went away', recipe({ sending: 'cut' }), { answer: null, lost: 'cut' }],
    ['a refusal by Node', recipe({ nodeMayRefuse: true }), bare],
    [
      'an unsigned call',
      recipe({ method: 'GET', target: `${BASE}/health`, ...stranger }, ''),
      answered(200, 'application/json', { status: 'ok' }),
    ],
    [
      'an unsigned call with a fragment',
      recipe({ method: 'GET', target: `${BASE}/health#x`, nodeMayRefuse: true, ...stranger }, ''),
      answered(200, 'application/json', { status: 'ok' }),
    ],
    ['an unknown method past the API', recipe({ target: '/api/other' }), answered(501, '', '')],
  ])('accuses nobody of %s', (_what, asked, fate) => {
    expect(judge(asked, fate)).toEqual([]);
  });

  it.each<[string, Recipe, Fate, string]>([
    ['no answer', recipe(), { answer: null, lost: 'no answer came in time' }, 'answered'],
    ['a server error', recipe(), refused('internal_error'), 'server-error'],
    [
      'an error of the server in other words',
      recipe(),
      answered(502, 'text/html', 'x'),
      'server-error',
    ],
    [
      'a body that the document does not have',
      recipe(),
      answered(201, 'application/json', {}),
      'documented',
    ],
    ['a bare refusal of what is HTTP', recipe(), bare, 'documented'],
    ['a stranger let in', recipe(stranger), booked, 'signature'],
    ['a stranger who learns something', recipe(stranger), refused('not_found'), 'signature'],
    [
      'a stranger let in by what is no HTTP',
      recipe({ ...stranger, nodeMayRefuse: true }),
      booked,
      'signature',
    ],
    ['Onefit kept out', recipe(), refused('signature_invalid'), 'signature'],
    ['an unknown field taken', recipe({}, { sessionId: 's-1', member, x: 1 }), booked, 'form'],
    [
      '__proto__ taken',
      recipe(
        {},
        '{"sessionId":"s-1","__proto__":{},"member":{"id":"m-1","firstName":"Z","lastName":"M"}}',
      ),
      booked,
      'form',
    ],
    ['no JSON taken', recipe({}, '{'), booked, 'form'],
    [
      'what is allowed refused for its form',
      recipe({ twists: [] }),
      refused('invalid_request'),
      'form',
    ],
  ])('finds %s', (_what, asked, fate, check) => {
    expect(checksOf(asked, fate)).toContain(check);
  });

  it('knows what a query may hold', () => {
    const list = answered(200, 'application/json', { bookings: [], nextCursor: null });
    const asked = (query: string) =>
      recipe({ method: 'GET', target: `${BASE}/venues/${VENUE}/bookings?${query}` }, '');
    expect(judge(asked('limit=100&sessionId=s-1'), list)).toEqual([]);
    for (const query of ['limit=101', 'limit=x', 'limit=1&limit=1', 'limt=1', 'sessionId=%00']) {
      expect(checksOf(asked(query), list)).toEqual(['form']);
    }
  });
});
