import type { JsonObject } from './json';

function reference(name: string): JsonObject {
  return { $ref: `#/components/headers/${name}` };
}

const seconds = { type: 'integer', format: 'int32', minimum: 0, maximum: 86_400 };
const requests = { type: 'integer', format: 'int32', minimum: 0, maximum: 1_000_000 };

/** `components.headers`. */
export const headerComponents: JsonObject = {
  'RateLimit-Limit': {
    description: 'Requests per window. Not there when the caller is not known (401).',
    schema: requests,
    example: 6000,
  },
  'RateLimit-Remaining': {
    description: 'Requests left in this window.',
    schema: requests,
    example: 5999,
  },
  'RateLimit-Reset': {
    description: 'Seconds until the window ends.',
    schema: seconds,
    example: 42,
  },
  'Retry-After': {
    description: 'Seconds to wait before the same request is sent again.',
    schema: { ...seconds, minimum: 1 },
    example: 5,
  },
  'WWW-Authenticate': {
    description: 'The scheme that is expected.',
    schema: { type: 'string', const: 'HMAC-SHA256' },
    example: 'HMAC-SHA256',
  },
};

/** What a limited call tells of its limit. */
export const rateLimitHeaders: JsonObject = Object.fromEntries(
  ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map((name) => [
    name,
    reference(name),
  ]),
);

export const retryAfterHeader: JsonObject = { 'Retry-After': reference('Retry-After') };
export const authenticateHeader: JsonObject = { 'WWW-Authenticate': reference('WWW-Authenticate') };
