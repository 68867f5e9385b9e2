import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../contract/problem';
import { checkSignature } from '../contract/signature';

/** The largest body that the venue may send: a batch of a hundred sessions fits easily. */
export const BODY_LIMIT_BYTES = 2 * 1_048_576;

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, before it was parsed. */
    rawBody: Buffer | undefined;
  }
}

/**
 * Makes a part of the server accept signed requests only. The signature is checked over the raw
 * bytes before anything is parsed or looked up; then the body has to be UTF-8 JSON.
 */
export function requireSignature(app: FastifyInstance, secrets: readonly string[]): void {
  app.decorateRequest('rawBody');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES },
    (request, body: Buffer, done) => {
      request.rawBody = body;
      done(null, body);
    },
  );
  app.addHook('preValidation', (request, _reply, done) => {
    const bytes = request.rawBody ?? Buffer.alloc(0);
    const refusal = checkSignature(
      {
        method: request.method,
        pathAndQuery: request.raw.url ?? '',
        timestamp: header(request, 'x-timestamp'),
        body: bytes,
      },
      header(request, 'x-signature'),
      secrets,
      new Date(),
    );
    if (refusal) throw new Refusal(401, refusal.code, refusal.detail);
    if (request.method === 'PUT' || request.method === 'POST') {
      request.body = parseJson(request.headers['content-type'], bytes);
    }
    done();
  });
}

function parseJson(contentType: string | undefined, bytes: Buffer): unknown {
  if (!JSON_TYPE.test(contentType ?? '')) {
    throw new Refusal(415, 'unsupported_media_type', 'Send the body as application/json, UTF-8.');
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(400, 'invalid_request', 'The body is not valid JSON in UTF-8.', [
      { path: '/', message: 'must be JSON in UTF-8' },
    ]);
  }
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
