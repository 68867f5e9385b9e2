import { BASE, signed, timestampOf } from './partner';

/** A signed request before it is written down. */
export interface SignedRequest {
  method: string;
  target: string;
  body: string;
  headers: Record<string, string>;
}

/** A request as Onefit signs it at an instant. */
export function signedNow(
  now: Date,
  method: string,
  path: string,
  body?: object,
  secret = 'test-secret',
): SignedRequest {
  const target = `${BASE}${path}`;
  const rawBody = body === undefined ? '' : JSON.stringify(body);
  const timestamp = timestampOf(now);
  return {
    method,
    target,
    body: rawBody,
    headers: {
      'X-Timestamp': timestamp,
      'X-Signature': signed(secret, { method, target, timestamp, rawBody }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
  };
}

/** Ends the connection after the answer. */
export const CLOSE = 'Connection: close';

/**
 * The bytes of a request.
 *
 * @param lines further header lines, just as they are to be sent
 * @param framing those that say how long the body is
 */
export function written(
  { method, target, headers, body }: SignedRequest,
  lines: string[] = [],
  framing = [`Content-Length: ${Buffer.byteLength(body)}`],
): string {
  const own = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`${method} ${target} HTTP/1.1`, 'Host: venue.example', ...own, ...lines];
  return `${[...head, ...framing].join('\r\n')}\r\n\r\n${body}`;
}
