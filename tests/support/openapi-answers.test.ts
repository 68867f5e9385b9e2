import { openApiDocument } from '../../src/plugins/onefit-aggregator/server/src/wire/openapi';
import { exampleBooking } from '../../src/plugins/onefit-aggregator/server/src/wire/examples';
import {
  Problem,
  toProblemJson,
} from '../../src/plugins/onefit-aggregator/server/src/wire/problems';
import type { ProblemCode } from '../../src/plugins/onefit-aggregator/server/src/wire/problems';
import { createAnswerCheck } from './openapi-answers';
import type { Exchange, OpenApiDocument } from './openapi-answers';

const document = openApiDocument({ version: '1.0.0', serverUrl: 'http://venue.example' });
const check = createAnswerCheck(document as unknown as OpenApiDocument);

const BASE = '/api/onefit-aggregator/v1';
const BOOKING = `${BASE}/venues/3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11/bookings/b-1`;
const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

function answer(
  rest: Partial<Omit<Exchange, 'body' | 'headers'>> & {
    headers?: Record<string, string>;
    body?: unknown;
  },
) {
  const { headers = JSON_TYPE, body = exampleBooking, ...given } = rest;
  return check({
    method: 'GET',
    path: BOOKING,
    status: 200,
    ...given,
    headers: new Headers(headers),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

function refusal(code: ProblemCode, rest: Parameters<typeof answer>[0] = {}) {
  const body = toProblemJson(new Problem(code));
  return answer({
    status: body.status,
    body,
    ...rest,
    headers: { 'Content-Type': 'application/problem+json', ...rest.headers },
  });
}

describe('the check of answers against the document', () => {
  it('takes what the document says', () => {
    expect(answer({})).toEqual([]);
    expect(
      answer({ path: `${BOOKING}?x=1`, headers: { ...JSON_TYPE, 'RateLimit-Limit': '5' } }),
    ).toEqual([]);
    expect(refusal('not_found')).toEqual([]);
    expect(refusal('too_many_requests', { headers: { 'Retry-After': '3' } })).toEqual([]);
    expect(answer({ method: 'DELETE', path: `${BOOKING}/../link`, status: 404 })).not.toEqual([]);
  });

  it('takes an answer without a body only where there is none to be', () => {
    const link = BOOKING.replace('bookings/b-1', 'link');
    expect(answer({ method: 'DELETE', path: link, status: 204, headers: {}, body: '' })).toEqual(
      [],
    );
    expect(answer({ method: 'DELETE', path: link, status: 204, body: '{}' })).not.toEqual([]);
    expect(answer({ body: '' })).toEqual([expect.stringContaining('no JSON')]);
  });

  it.each([
    ['a status that is not documented', answer({ status: 202 }), 'status 202'],
    ['another content type', answer({ headers: { 'Content-Type': 'text/html' } }), 'text/html'],
    ['no content type', answer({ headers: {} }), 'content type null'],
    ['a broken body', answer({ body: '{' }), 'no JSON'],
    ['a field too many', answer({ body: { ...exampleBooking, x: 1 } }), 'additional properties'],
    ['a field of another kind', answer({ body: { ...exampleBooking, id: 7 } }), 'must be string'],
    [
      'an instant that is none',
      answer({ body: { ...exampleBooking, bookedAt: '2026-02-30T00:00:00Z' } }),
      'date-time',
    ],
    [
      'a header out of range',
      refusal('too_many_requests', { headers: { 'Retry-After': '0' } }),
      'Retry-After',
    ],
    ['a code of another status', refusal('session_full', { status: 404 }), 'says status 409'],
    ['a code that the call does not have', refusal('session_full'), 'status 409'],
    [
      'a success where there is no such call',
      answer({ path: `${BASE}/nothing`, body: toProblemJson(new Problem('not_found')) }),
      'no such call',
    ],
  ])('finds %s', (_what, faults, said) => {
    expect(faults.join('\n')).toContain(said);
  });

  it('knows addresses and methods that the document does not have', () => {
    expect(refusal('not_found', { path: `${BASE}/nothing` })).toEqual([]);
    expect(refusal('signature_missing', { path: `${BASE}/nothing` })).toEqual([]);
    const wrongMethod = { method: 'DELETE', headers: { Allow: 'PUT, GET' } };
    expect(refusal('method_not_allowed', wrongMethod)).toEqual([]);
    expect(refusal('not_found', wrongMethod)).not.toEqual([]);
    expect(refusal('method_not_allowed', { method: 'DELETE', headers: { Allow: 'GET' } })).toEqual([
      expect.stringContaining('Allow names'),
    ]);
  });
});
