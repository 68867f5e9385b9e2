import type { IncomingMessage } from 'node:http';
import { Problem } from '../wire/problems';
import { MAX_BODY_BYTES } from '../wire/request-body';

/** The caller went away, or was cut off, in the middle of a request: nobody hears an answer. */
export class CallerGone extends Error {}

async function* piecesOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    yield* request as AsyncIterable<Buffer>;
  } catch (cause) {
    throw new CallerGone('The caller went away in the middle of its request.', { cause });
  }
}

/**
 * Reads a request's body as the bytes that were sent; stops at the limit.
 *
 * @throws Problem `payload_too_large`
 * @throws CallerGone when not all of it comes
 */
export async function readRawBody(request: IncomingMessage): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > MAX_BODY_BYTES) throw new Problem('payload_too_large');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of piecesOf(request)) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Problem('payload_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
