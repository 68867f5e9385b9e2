import type { IncomingMessage } from 'node:http';
import { Problem } from '../wire/problems';
import { MAX_BODY_BYTES } from '../wire/request-body';

/**
 * Reads a request's body as the bytes that were sent; stops at the limit.
 *
 * @throws Problem `payload_too_large`
 */
export async function readRawBody(request: IncomingMessage): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > MAX_BODY_BYTES) throw new Problem('payload_too_large');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Problem('payload_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
