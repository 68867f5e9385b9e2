import { Problem, problemCodes, problemHeaders, problemKind, toProblemJson } from './problems';
import { problemSchema } from './schemas/answers';

describe('problem codes', () => {
  it.each([
    ['invalid_request', 400],
    ['signature_missing', 401],
    ['signature_invalid', 401],
    ['timestamp_out_of_range', 401],
    ['not_found', 404],
    ['method_not_allowed', 405],
    ['session_full', 409],
    ['already_booked', 409],
    ['booking_cancelled', 409],
    ['cancellation_not_permitted', 409],
    ['extension_not_ordered', 409],
    ['session_cancelled', 410],
    ['session_withdrawn', 410],
    ['payload_too_large', 413],
    ['unsupported_media_type', 415],
    ['booking_window_closed', 422],
    ['booking_mismatch', 422],
    ['check_in_window_closed', 422],
    ['too_many_requests', 429],
    ['internal_error', 500],
    ['temporarily_unavailable', 503],
    ['not_configured', 503],
  ] as const)('%s is %i', (code, status) => {
    expect(problemKind(code).status).toBe(status);
  });

  it('are 22, and each answer of them fits the published schema', () => {
    expect(problemCodes).toHaveLength(22);
    for (const code of problemCodes) {
      expect(problemSchema.parse(toProblemJson(new Problem(code)))).toMatchObject({ code });
    }
  });

  it('tell when to come back wherever that helps, and only there', () => {
    const withWait = problemCodes.filter((code) => 'Retry-After' in headersOf(code));
    expect(withWait).toEqual(['too_many_requests', 'temporarily_unavailable', 'not_configured']);
  });
});

function headersOf(code: Problem['code']): Record<string, string> {
  return problemHeaders(new Problem(code));
}

describe('Problem', () => {
  it('answers RFC 9457 with the code and the faults', () => {
    const errors = [{ path: 'member.firstName', message: 'is required' }];
    const problem = new Problem('invalid_request', { errors, cause: new Error('inner') });
    expect(toProblemJson(problem)).toEqual({
      type: 'urn:onefit-aggregator:problem:invalid_request',
      title: 'Request not valid',
      status: 400,
      detail: problemKind('invalid_request').detail,
      code: 'invalid_request',
      errors,
    });
    expect(problem.cause).toEqual(new Error('inner'));
    expect(problem.name).toBe('Problem');
    expect(problem.message).toBe(`invalid_request: ${problem.detail}`);
    expect(JSON.stringify(toProblemJson(problem))).not.toContain('inner');
  });

  it('leaves errors out when there are none', () => {
    expect(toProblemJson(new Problem('not_found'))).not.toHaveProperty('errors');
  });

  it('takes a more exact text and a longer wait', () => {
    const problem = new Problem('too_many_requests', { detail: 'Slow down.', retryAfter: 11.2 });
    expect(toProblemJson(problem).detail).toBe('Slow down.');
    expect(problemHeaders(problem)).toMatchObject({ 'Retry-After': '12' });
  });

  it('never says to come back at once', () => {
    expect(problemHeaders(new Problem('too_many_requests', { retryAfter: 0 }))).toMatchObject({
      'Retry-After': '1',
    });
  });

  it('names the methods and the scheme that the status asks for', () => {
    expect(problemHeaders(new Problem('method_not_allowed', { allow: ['GET', 'PUT'] }))).toEqual({
      'Content-Type': 'application/problem+json',
      Allow: 'GET, PUT',
    });
    expect(headersOf('signature_missing')).toEqual({
      'Content-Type': 'application/problem+json',
      'WWW-Authenticate': 'HMAC-SHA256',
    });
    expect(headersOf('not_found')).toEqual({ 'Content-Type': 'application/problem+json' });
  });
});
