import { request as httpRequest } from 'node:http';
import type { Agent, IncomingMessage } from 'node:http';

/** A request exactly as it is to be sent: nothing is added to it, set right or left out. */
export interface RawRequest {
  method: string;
  target: string;
  headers: Record<string, string | string[]>;
  /** Written one by one; without a Content-Length they go out chunked. */
  body?: Array<string | Uint8Array>;
}

export interface RawAnswer {
  status: number;
  headers: Headers;
  body: string;
}

function headersOf(response: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index < response.rawHeaders.length; index += 2) {
    headers.append(response.rawHeaders[index] ?? '', response.rawHeaders[index + 1] ?? '');
  }
  return headers;
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Sends one request as it stands.
 *
 * @throws Error when the connection ends without an answer
 */
export function sendRaw(
  url: string,
  { method, target, headers, body = [] }: RawRequest,
  agent: Agent | false = false,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, method, path: target, headers, agent });
    request.once('response', (response) => {
      textOf(response).then(
        (text) =>
          resolve({ status: response.statusCode ?? 0, headers: headersOf(response), body: text }),
        reject,
      );
    });
    // An answer may come before the whole body is sent; what fails after it is of no interest.
    request.on('error', reject);
    for (const chunk of body) request.write(chunk);
    request.end();
  });
}
