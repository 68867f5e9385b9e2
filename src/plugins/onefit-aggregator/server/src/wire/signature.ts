import { createHmac, timingSafeEqual } from 'node:crypto';
import { formatUtc } from './instant';

/** How far a request's timestamp may lie from the receiver's clock, either way, in seconds. */
export const MAX_CLOCK_SKEW_SECONDS = 300;

/** The names of the two headers, as they are sent. */
export const TIMESTAMP_HEADER = 'X-Timestamp';
export const SIGNATURE_HEADER = 'X-Signature';

const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
// 32 bytes in base64. The last digit carries four bits, so only every fourth letter is canonical.
const DIGEST = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** What is signed. The path is the full path as sent, query included. */
export interface SignedParts {
  method: string;
  pathAndQuery: string;
  /** UTC with seconds precision, e.g. `2026-11-22T06:00:00Z`. */
  timestamp: string;
  /** The body as sent; empty for none. Text is taken as UTF-8. */
  rawBody: Buffer | string;
}

/** What a receiver knows of a request before it reads anything of it. */
export interface ReceivedRequest {
  method: string;
  pathAndQuery: string;
  /** The value of `X-Timestamp`, undefined when absent. */
  timestamp: string | undefined;
  /** The value of `X-Signature`, undefined when absent. */
  signature: string | undefined;
  rawBody: Buffer;
  /** Every secret that is valid now. */
  secrets: readonly string[];
  now: Date;
}

export type SignatureRefusal =
  | 'not_configured'
  | 'signature_missing'
  | 'signature_invalid'
  | 'timestamp_out_of_range';

export type Verification =
  | { ok: true; /** Which of the secrets signed. */ secretIndex: number }
  | { ok: false; code: SignatureRefusal };

function digest(parts: SignedParts, secret: string): Buffer {
  return createHmac('sha256', secret)
    .update(`${parts.method}\n${parts.pathAndQuery}\n${parts.timestamp}\n`, 'utf8')
    .update(parts.rawBody)
    .digest();
}

/**
 * Signs a request: base64 of HMAC-SHA256 over `METHOD\nPATH_AND_QUERY\nTIMESTAMP\nRAW_BODY`.
 * Rule: docs/onefit-api.md, "Signing".
 * @throws Error when the secret is empty.
 */
export function sign(request: SignedParts & { secret: string }): string {
  if (request.secret === '') throw new Error('Set ONEFIT_SECRET: an empty secret signs nothing.');
  return digest(request, request.secret).toString('base64');
}

/** The value of `X-Timestamp` for a request sent at this instant. */
export function signatureTimestamp(now: Date): string {
  return formatUtc(now);
}

function isWithinSkew(timestamp: string, now: Date): boolean {
  if (!TIMESTAMP.test(timestamp)) return false;
  const instant = new Date(timestamp);
  // A date that the calendar does not have, such as 30 February, comes back as another one.
  if (Number.isNaN(instant.getTime()) || formatUtc(instant) !== timestamp) return false;
  return Math.abs(instant.getTime() - now.getTime()) <= MAX_CLOCK_SKEW_SECONDS * 1000;
}

/**
 * Checks a request's signature before anything of it is parsed. Every secret is tried in full,
 * each comparison in constant time, so that the time taken tells nothing about which one fits.
 *
 * A timestamp that is not written as the contract says counts as out of range; a signature that
 * is not canonical base64 of 32 bytes counts as invalid. Without any secret: `not_configured`.
 */
export function verify(request: ReceivedRequest): Verification {
  const { timestamp, signature, secrets } = request;
  if (secrets.length === 0) return { ok: false, code: 'not_configured' };
  if (!timestamp || !signature) return { ok: false, code: 'signature_missing' };
  if (!isWithinSkew(timestamp, request.now)) return { ok: false, code: 'timestamp_out_of_range' };
  if (!DIGEST.test(signature)) return { ok: false, code: 'signature_invalid' };

  const received = Buffer.from(signature, 'base64');
  const parts: SignedParts = { ...request, timestamp };
  let secretIndex = -1;
  secrets.forEach((secret, index) => {
    const fits = timingSafeEqual(digest(parts, secret), received);
    if (fits && secretIndex < 0) secretIndex = index;
  });
  return secretIndex < 0 ? { ok: false, code: 'signature_invalid' } : { ok: true, secretIndex };
}
