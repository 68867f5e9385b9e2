import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the venue saw it. */
export interface SeenRequest {
  method: string;
  path: string;
  body: string;
  timestamp: string;
  signature: string;
}

/** How the venue answers; null breaks the connection. */
export type VenueReply = { status: number; body?: unknown } | null;

export interface VenueFixture {
  url: string;
  seen: SeenRequest[];
  /** Answers to come, in order; then 500. */
  replies: VenueReply[];
  stop: () => Promise<void>;
}

/** A venue that answers what a test tells it to, and keeps what it was asked. */
export async function venueFixture(): Promise<VenueFixture> {
  const seen: SeenRequest[] = [];
  const replies: VenueReply[] = [];
  const server = createServer((request, response) => {
    void see(request).then((one) => {
      seen.push(one);
      answer(response, replies.length > 0 ? (replies.shift() ?? null) : { status: 500 });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    replies,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function see(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    body: Buffer.concat(chunks).toString('utf8'),
    timestamp: String(request.headers['x-timestamp']),
    signature: String(request.headers['x-signature']),
  };
}

function answer(response: ServerResponse, reply: VenueReply): void {
  if (reply === null) {
    response.destroy();
    return;
  }
  response.writeHead(reply.status, { 'content-type': 'application/json' });
  response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
}
