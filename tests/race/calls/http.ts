import http from 'node:http';
import type { WireRequest } from './requests';

/** What came back; the body is parsed, null where it is empty or no JSON. */
export interface Reply {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: unknown;
}

/** A reply, or why there is none: {@link CUT} by the caller itself, or what broke the connection. */
export type Fate = { reply: Reply; lost: null } | { reply: null; lost: string };

export const CUT = 'cut';

/** Connections to one server process, kept open between requests. */
export interface Connection {
  /** @param cutAfterMs destroys the socket that long after sending; null = waits for the answer */
  send(request: WireRequest, cutAfterMs?: number | null): Promise<Fate>;
  close(): void;
}

const PATIENCE_MS = 60_000;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

export function connectTo(url: string): Connection {
  const { hostname, port } = new URL(url);
  const agent = new http.Agent({ keepAlive: true });
  return {
    close: () => agent.destroy(),
    send: ({ method, path, headers, body }, cutAfterMs = null) =>
      new Promise((resolve) => {
        let cut = false;
        const lost = (error: Error) => resolve({ reply: null, lost: cut ? CUT : error.message });
        const request = http.request({
          agent,
          hostname,
          port,
          method,
          path,
          timeout: PATIENCE_MS,
          headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
        });
        const timer =
          cutAfterMs === null
            ? null
            : setTimeout(() => {
                cut = true;
                request.destroy();
              }, cutAfterMs);
        request.once('timeout', () => request.destroy(new Error('no answer in time')));
        request.once('error', lost);
        request.once('close', () => timer && clearTimeout(timer));
        request.once('response', (response) => {
          const chunks: Buffer[] = [];
          response.once('error', lost);
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('end', () => {
            const body = parsed(Buffer.concat(chunks).toString('utf8'));
            const reply = { status: response.statusCode ?? 0, headers: response.headers, body };
            resolve({ reply, lost: null });
          });
        });
        request.end(body);
      }),
  };
}
