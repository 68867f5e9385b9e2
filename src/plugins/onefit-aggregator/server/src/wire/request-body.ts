import { Problem } from './problems';
import { invalidRequest } from './schemas/parse';

/** The most bytes that a request's body may have. */
export const MAX_BODY_BYTES = 64 * 1024;

const JSON_TYPE = /^application\/json[ \t]*(?:;|$)/i;
const CHARSET = /;[ \t]*charset[ \t]*=[ \t]*"?([^\s;"]+)/i;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Refuses a body that the contract does not take, before it is read.
 * @throws Problem `payload_too_large`, `unsupported_media_type`
 */
export function assertAcceptableBody(contentType: string | undefined, byteLength: number): void {
  if (byteLength > MAX_BODY_BYTES) throw new Problem('payload_too_large');
  if (byteLength === 0) return;
  const type = contentType ?? '';
  const charset = CHARSET.exec(type)?.[1]?.toLowerCase() ?? 'utf-8';
  if (!JSON_TYPE.test(type) || (charset !== 'utf-8' && charset !== 'utf8')) {
    throw new Problem('unsupported_media_type');
  }
}

/**
 * Reads a body as JSON in UTF-8. An empty one gives undefined.
 * @throws Problem `invalid_request` when the bytes are no UTF-8 or the text no JSON.
 */
export function parseJson(rawBody: Buffer): unknown {
  if (rawBody.length === 0) return undefined;
  try {
    return JSON.parse(decoder.decode(rawBody));
  } catch {
    throw invalidRequest({ path: '', message: 'the body must be JSON in UTF-8' });
  }
}
