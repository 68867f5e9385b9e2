import type { Json, JsonObject } from './json';

/** `info.description`. The whole story is in docs/onefit-api.md. */
export const description = `
With this API Onefit reads a venue's schedule and books, cancels and checks in its members. The
venue sends its schedule by itself; see "Calls to Onefit".

**Signing.** Each request carries \`X-Timestamp\` (UTC, seconds precision) and \`X-Signature\`: base64
of HMAC-SHA256, keyed with the shared secret, over method, full path with query, timestamp and raw
body, joined by one line feed each. A timestamp more than 300 seconds off is refused.

**Idempotency.** Every call may be sent again, after any delay, and changes nothing the second time.

**Refusals** are \`application/problem+json\` (RFC 9457). Decide by \`code\`: it is stable. \`title\` and
\`detail\` may be shown to a member. A method that an address does not take gets 405
\`method_not_allowed\` with the header \`Allow\`.

**Forms.** JSON in UTF-8, fields in camelCase, unknown fields refused. Instants are RFC 3339 with an
offset, from 1970 to 2999; those of a session carry the venue's own offset at that instant.
`.trim();

export const tags: Json = [
  { name: 'Venue', description: 'A venue and its link with Onefit.' },
  { name: 'Sessions', description: 'The dated appointments that Onefit may show.' },
  { name: 'Bookings', description: 'Places of members in sessions.' },
  { name: 'Service', description: 'Liveness and this document.' },
  { name: 'Calls to Onefit', description: 'What the venue sends, signed in the same way.' },
];

/** `components.securitySchemes`: both headers are needed. */
export const securitySchemes: JsonObject = {
  timestamp: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Timestamp',
    description: 'When the request is sent: RFC 3339 UTC, seconds precision.',
  },
  signature: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Signature',
    description:
      'base64(HMAC-SHA256(secret, METHOD LF PATH_AND_QUERY LF X-TIMESTAMP LF RAW_BODY)).',
  },
};
