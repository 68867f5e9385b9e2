import { createHmac } from 'node:crypto';

/** An answer of the partner API. */
export interface PartnerAnswer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface PartnerOptions {
  secret?: string;
  timestamp?: string;
  headers?: Record<string, string>;
}

const BASE = '/api/onefit-aggregator/v1';

function timestampNow(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}

/**
 * Onefit's side of the partner API, signing on its own: it shares no code with the plugin.
 *
 * @param now the clock by which requests are stamped
 */
export function createPartner(url: string, now: () => Date, secret = 'test-secret') {
  async function call<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    options: PartnerOptions = {},
  ): Promise<PartnerAnswer<Body>> {
    const target = `${BASE}${path}`;
    const rawBody =
      body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const timestamp = options.timestamp ?? timestampNow(now());
    const signature = createHmac('sha256', options.secret ?? secret)
      .update(`${method}\n${target}\n${timestamp}\n${rawBody}`)
      .digest('base64');
    const response = await fetch(`${url}${target}`, {
      method,
      headers: {
        'X-Timestamp': timestamp,
        'X-Signature': signature,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...options.headers,
      },
      body: body === undefined ? undefined : rawBody,
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? null : JSON.parse(text)) as Body,
    };
  }

  return {
    call,
    link: (venue: string, companyId: string, onefitVenueId = 'of-1') =>
      call('PUT', `/venues/${venue}/link`, { companyId, onefitVenueId }),
    book: (venue: string, bookingId: string, sessionId: string, member: Record<string, string>) =>
      call('PUT', `/venues/${venue}/bookings/${bookingId}`, { sessionId, member }),
    cancel: (venue: string, bookingId: string, late = false) =>
      call('POST', `/venues/${venue}/bookings/${bookingId}/cancel`, {
        late,
        cancelledAt: timestampNow(now()),
      }),
    checkIn: (venue: string, bookingId: string, at = timestampNow(now())) =>
      call('POST', `/venues/${venue}/bookings/${bookingId}/check-in`, { at }),
    booking: (venue: string, bookingId: string) =>
      call('GET', `/venues/${venue}/bookings/${bookingId}`),
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
