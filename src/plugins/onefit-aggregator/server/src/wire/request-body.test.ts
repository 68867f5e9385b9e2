import { Problem } from './problems';
import { assertAcceptableBody, MAX_BODY_BYTES, parseJson } from './request-body';

function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('assertAcceptableBody', () => {
  it.each([
    ['application/json', 'accepted'],
    ['application/json; charset=utf-8', 'accepted'],
    ['Application/JSON;charset="UTF-8"', 'accepted'],
    ['application/json; charset=iso-8859-1', 'unsupported_media_type'],
    ['application/json ; charset=utf8', 'accepted'],
    ['application/json\t;\tcharset\t=\tutf-8', 'accepted'],
    ['application/json; boundary=x; charset=latin1', 'unsupported_media_type'],
    ['application/json; charset="latin1"', 'unsupported_media_type'],
    ['application/json  ; charset  =  utf-16', 'unsupported_media_type'],
    ['application/json;  charset=utf-16', 'unsupported_media_type'],
    ['application/json, text/plain', 'unsupported_media_type'],
    ['text/application/json', 'unsupported_media_type'],
    ['application/json x', 'unsupported_media_type'],
    ['application/jsonp', 'unsupported_media_type'],
    ['application/problem+json', 'unsupported_media_type'],
    ['text/plain', 'unsupported_media_type'],
    ['application/x-www-form-urlencoded', 'unsupported_media_type'],
    [undefined, 'unsupported_media_type'],
  ])('a body of %s is %s', (type, outcome) => {
    expect(codeOf(() => assertAcceptableBody(type, 2))).toBe(outcome);
  });

  it('asks nothing of a request without a body', () => {
    expect(codeOf(() => assertAcceptableBody(undefined, 0))).toBe('accepted');
    expect(codeOf(() => assertAcceptableBody('text/plain', 0))).toBe('accepted');
    expect(codeOf(() => assertAcceptableBody('text/plain', 1))).toBe('unsupported_media_type');
  });

  it('takes 64 KiB and not a byte more', () => {
    expect(codeOf(() => assertAcceptableBody('application/json', MAX_BODY_BYTES))).toBe('accepted');
    expect(codeOf(() => assertAcceptableBody('application/json', 65_537))).toBe(
      'payload_too_large',
    );
  });
});

describe('parseJson', () => {
  it('reads UTF-8', () => {
    expect(parseJson(Buffer.from('{"name":"Zoë"}'))).toEqual({ name: 'Zoë' });
    expect(parseJson(Buffer.alloc(0))).toBeUndefined();
  });

  it.each([
    ['cut off', Buffer.from('{"a":')],
    ['no JSON', Buffer.from('a=1')],
    ['Latin-1', Buffer.from('{"a":"ë"}', 'latin1')],
    ['begun with a byte order mark', Buffer.from('\ufeff{}')],
  ])('refuses a body that is %s', (_case, body) => {
    expect(codeOf(() => parseJson(body))).toBe('invalid_request');
    const errors = [{ path: '', message: 'the body must be JSON in UTF-8' }];
    expect(() => parseJson(body)).toThrow(expect.objectContaining({ errors }));
  });
});
