import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signature covers: the request exactly as it is sent. */
export interface SignedParts {
  method: string;
  /** The full path as sent, query included. */
  pathAndQuery: string;
  /** The value of `X-Timestamp`. */
  timestamp: string;
  /** The bytes of the body as sent; empty for none. */
  body: Uint8Array | string;
}

/** Why a request is not believed; both fields go into the 401 answer. */
export interface SignatureRefusal {
  code: 'signature_missing' | 'signature_invalid' | 'timestamp_out_of_range';
  detail: string;
}

/** How far a timestamp may be from the receiver's clock, either way, in milliseconds. */
export const TIMESTAMP_TOLERANCE_MS = 300_000;

const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/**
 * Signs a request as the contract says: HMAC-SHA256 over method, path with query, timestamp and raw
 * body, joined by single line feeds, keyed by the UTF-8 bytes of the secret. Gives base64.
 */
export function sign(parts: SignedParts, secret: string): string {
  return createHmac('sha256', Buffer.from(secret, 'utf8'))
    .update(`${parts.method}\n${parts.pathAndQuery}\n${parts.timestamp}\n`, 'utf8')
    .update(parts.body)
    .digest('base64');
}

/** Gives an instant as `X-Timestamp` wants it: RFC 3339, UTC, whole seconds. */
export function formatTimestamp(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

/**
 * Checks the signature headers of a request. Any of the secrets may have signed it, so that a
 * secret is rotated without a refused request. Gives null when the request is genuine.
 */
export function checkSignature(
  parts: Omit<SignedParts, 'timestamp'> & { timestamp: string | undefined },
  signature: string | undefined,
  secrets: readonly string[],
  now: Date,
): SignatureRefusal | null {
  const { timestamp } = parts;
  if (!timestamp || !signature) {
    return {
      code: 'signature_missing',
      detail: 'Send the headers X-Timestamp and X-Signature with every request.',
    };
  }
  const sentAt = TIMESTAMP.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  if (!(Math.abs(now.getTime() - sentAt) <= TIMESTAMP_TOLERANCE_MS)) {
    return {
      code: 'timestamp_out_of_range',
      detail: `X-Timestamp must be RFC 3339 UTC in whole seconds, within 300 s of ${formatTimestamp(now)}.`,
    };
  }
  const given = Buffer.from(signature, 'utf8');
  let genuine = false;
  for (const secret of secrets) {
    const expected = Buffer.from(sign({ ...parts, timestamp }, secret), 'utf8');
    // Every secret is tried, so that the time taken does not tell which one matched.
    if (expected.length === given.length && timingSafeEqual(expected, given)) genuine = true;
  }
  if (genuine) return null;
  return {
    code: 'signature_invalid',
    detail: 'X-Signature does not match method, path, X-Timestamp and body under any known secret.',
  };
}
