import { formatTimestamp, sign } from '../contract/signature';
import { startSandbox } from '../sandbox';
import type { RunningSandbox } from '../sandbox';
import type { SandboxConfig } from '../config';

export const VENUE = '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';
export const COMPANY = '8a2e01c4-6a3e-4a53-9d0c-0d5f8f1f7a11';
export const SECRET = 'test-secret';

/** Starts a real sandbox on free ports. */
export function sandboxFixture(change: Partial<SandboxConfig> = {}): Promise<RunningSandbox> {
  return startSandbox({
    port: 0,
    smtpPort: 0,
    venueBaseUrl: 'http://127.0.0.1:9',
    secrets: [SECRET],
    secretIsDefault: false,
    stateFile: null,
    ...change,
  });
}

/** Gives a sandbox's venue a link, without asking the venue. */
export function linkVenue({ parts }: RunningSandbox): void {
  parts.store.venue(VENUE).link = {
    companyId: COMPANY,
    onefitVenueId: 'of-1',
    status: 'linked',
    linkedAt: '2026-11-22T06:00:00Z',
  };
}

export interface SignedRequest {
  method?: 'GET' | 'PUT';
  /** Below the venue, such as `/sessions`. */
  path?: string;
  body?: unknown;
  secret?: string;
  at?: Date;
  headers?: Record<string, string>;
}

/** Sends a request as a venue would: signed, to `/v1/venues/{VENUE}`. Follows no redirect. */
export function signedRequest(
  { url }: RunningSandbox,
  { method = 'PUT', path = '/sessions', secret = SECRET, ...request }: SignedRequest,
): Promise<Response> {
  const pathAndQuery = `/v1/venues/${VENUE}${path}`;
  const text = typeof request.body === 'string' ? request.body : JSON.stringify(request.body);
  const body = method === 'GET' ? '' : text;
  const timestamp = formatTimestamp(request.at ?? new Date());
  return fetch(`${url}${pathAndQuery}`, {
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(5_000),
    headers: {
      'content-type': 'application/json',
      'x-timestamp': timestamp,
      'x-signature': sign({ method, pathAndQuery, timestamp, body }, secret),
      ...request.headers,
    },
    ...(body === '' ? {} : { body }),
  });
}

/** Calls the control API with JSON and gives status and body. */
export async function control(
  { url }: RunningSandbox,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}/sandbox/api${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}
