import http from 'node:http';
import type { Prepared } from './requests';

/** What a request came to: milliseconds until its 201, or what came instead. */
export type Outcome = { milliseconds: number } | { failure: string };

/** A connection pool to one server. */
export interface Line {
  /** @param from the moment from which the latency counts */
  send(request: Prepared, from: number): Promise<Outcome>;
}

const PATIENCE_MS = 30_000;

/** Opens connections that are kept between requests. */
export function openLine(url: string, connections: number): Line {
  const { hostname, port } = new URL(url);
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  return {
    send: ({ method, path, headers, body }, from) =>
      new Promise((resolve) => {
        const request = http.request({
          agent,
          hostname,
          port,
          method,
          path,
          headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
          timeout: PATIENCE_MS,
        });
        request.once('timeout', () => request.destroy(new Error('no answer in time')));
        request.once('error', (error) => resolve({ failure: error.message }));
        request.once('response', (response) => {
          const text: Buffer[] = [];
          response.on('data', (chunk: Buffer) => text.push(chunk));
          response.once('error', (error) => resolve({ failure: error.message }));
          response.once('end', () => {
            const { statusCode } = response;
            if (statusCode === 201) resolve({ milliseconds: performance.now() - from });
            else resolve({ failure: `${statusCode} ${Buffer.concat(text).toString('utf8')}` });
          });
        });
        request.end(body);
      }),
  };
}
