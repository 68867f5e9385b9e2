import { createHmac } from 'node:crypto';
import { answerCheckOf } from './openapi-answers';
import type { AnswerCheck, Exchange } from './openapi-answers';
import { sendRaw } from './raw-http';
import type { RawRequest } from './raw-http';

/** An answer of the partner API. */
export interface PartnerAnswer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface PartnerOptions {
  secret?: string;
  /** null = the header is left out */
  timestamp?: string | null;
  /** in place of the right one; null = the header is left out */
  signature?: string | null;
  headers?: Record<string, string>;
}

/** Where the partner API stands. */
export const BASE = '/api/onefit-aggregator/v1';

/** The value of X-Timestamp: UTC, seconds precision. */
export function timestampOf(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}

/** Onefit's signature, made here on its own: it shares no code with the plugin. */
export function signed(
  secret: string,
  request: { method: string; target: string; timestamp: string; rawBody: string | Uint8Array },
): string {
  return createHmac('sha256', secret)
    .update(`${request.method}\n${request.target}\n${request.timestamp}\n`)
    .update(request.rawBody)
    .digest('base64');
}

/** The body as it is sent: text and bytes as they are, anything else as JSON. */
function bytesOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body === undefined) return '';
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Uint8Array.from(body) : JSON.stringify(body);
}

function withoutNulls(headers: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

/**
 * Onefit's side of the partner API. Every answer is held against the document that the venue
 * serves: one that the document does not describe fails the test that got it.
 *
 * @param now the clock by which requests are stamped
 */
export function createPartner(url: string, now: () => Date, secret = 'test-secret') {
  let check: Promise<AnswerCheck> | null = null;

  async function checked(exchange: Exchange): Promise<PartnerAnswer<unknown>> {
    const faults = (await (check ??= answerCheckOf(url)))(exchange);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    const { status, headers, body } = exchange;
    return { status, headers, body: body === '' ? null : JSON.parse(body) };
  }

  async function call<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    options: PartnerOptions = {},
  ): Promise<PartnerAnswer<Body>> {
    const target = `${BASE}${path}`;
    const rawBody = bytesOf(body);
    const { timestamp = timestampOf(now()) } = options;
    const right = { method, target, timestamp: timestamp ?? '', rawBody };
    const { signature = signed(options.secret ?? secret, right) } = options;
    const response = await fetch(`${url}${target}`, {
      method,
      headers: {
        ...withoutNulls({ 'X-Timestamp': timestamp, 'X-Signature': signature }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...options.headers,
      },
      body: body === undefined ? undefined : rawBody,
    });
    const { status, headers } = response;
    const exchange = { method, path: target, status, headers, body: await response.text() };
    return (await checked(exchange)) as PartnerAnswer<Body>;
  }

  /** Sends a request as it stands, target and headers in full. */
  async function send(request: RawRequest): Promise<PartnerAnswer> {
    const { method, target: path } = request;
    const answer = await checked({ method, path, ...(await sendRaw(url, request)) });
    return answer as PartnerAnswer;
  }

  return {
    call,
    send,
    link: (venue: string, companyId: string, onefitVenueId = 'of-1') =>
      call('PUT', `/venues/${venue}/link`, { companyId, onefitVenueId }),
    book: (venue: string, bookingId: string, sessionId: string, member: Record<string, string>) =>
      call('PUT', `/venues/${venue}/bookings/${bookingId}`, { sessionId, member }),
    cancel: (venue: string, bookingId: string, late = false) =>
      call('POST', `/venues/${venue}/bookings/${bookingId}/cancel`, {
        late,
        cancelledAt: timestampOf(now()),
      }),
    checkIn: (venue: string, bookingId: string, at = timestampOf(now())) =>
      call('POST', `/venues/${venue}/bookings/${bookingId}/check-in`, { at }),
    booking: (venue: string, bookingId: string) =>
      call('GET', `/venues/${venue}/bookings/${bookingId}`),
    bookings: (venue: string, query = '') =>
      call<{ bookings: Array<Record<string, unknown>>; nextCursor: string | null }>(
        'GET',
        `/venues/${venue}/bookings${query}`,
      ),
    session: (venue: string, id: string) => call('GET', `/venues/${venue}/sessions/${id}`),
    sessions: (venue: string, query = '') =>
      call<{ sessions: Array<Record<string, unknown>>; nextCursor: string | null }>(
        'GET',
        `/venues/${venue}/sessions${query}`,
      ),
  };
}

export type Partner = ReturnType<typeof createPartner>;

/** A member of Onefit with a name of their own. */
export function member(id: string, rest: Record<string, string> = {}) {
  return { id, firstName: 'Mem', lastName: `Ber ${id}`, ...rest };
}
