import axios from 'axios';
import type { AxiosInstance, AxiosResponse } from 'axios';
import type { Clock } from '../clock';
import type { Settings } from '../settings';
import {
  MalformedAnswer,
  parseHeldPage,
  parseRefusal,
  parseResults,
} from '../wire/schemas/outbound';
import type { DeliveryResult, HeldPage } from '../wire/schemas/outbound';
import { sign, SIGNATURE_HEADER, signatureTimestamp, TIMESTAMP_HEADER } from '../wire/signature';
import type { FailureKind } from './retry-schedule';

const TIMEOUT_MS = 10_000;
const LARGEST_ANSWER = 1024 * 1024;

/** A call that Onefit did not carry out, or whose answer nobody can rely on. */
export class CallFailed extends Error {
  constructor(
    readonly kind: FailureKind | 'invalid_batch',
    /** Stable, for staff and log: `http_503`, `timeout`, `malformed_answer`, … */
    readonly code: string,
    readonly detail: string,
    /** Seconds, where Onefit said when to come back. */
    readonly retryAfter: number | null = null,
  ) {
    super(`${code}: ${detail}`);
  }
}

function retryAfterOf(response: AxiosResponse, now: Date): number | null {
  const value: unknown = response.headers['retry-after'];
  if (typeof value !== 'string') return null;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const until = Date.parse(value);
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil((until - now.getTime()) / 1000));
}

function parsed(response: AxiosResponse<Buffer>): unknown {
  try {
    return JSON.parse(response.data.toString('utf8'));
  } catch {
    return undefined;
  }
}

function failureOf(response: AxiosResponse<Buffer>, now: Date): CallFailed {
  const { status } = response;
  const { code, detail } = parseRefusal(parsed(response));
  const said = detail ?? code ?? 'no reason given';
  const name = code ?? `http_${status}`;
  if (status === 401 || status === 403) {
    const word = code && detail ? `${code}: ${detail}` : said;
    return new CallFailed('unauthorized', `http_${status}`, word);
  }
  if (status === 404 && code === 'venue_not_linked') {
    return new CallFailed('not_linked', code, said);
  }
  if (status === 400 || status === 413) return new CallFailed('invalid_batch', name, said);
  if (status === 429 || status === 503) {
    return new CallFailed('busy', `http_${status}`, said, retryAfterOf(response, now));
  }
  return new CallFailed('unreachable', `http_${status}`, said);
}

function unreachable(error: unknown): CallFailed {
  const code = axios.isAxiosError(error) ? (error.code ?? 'network') : 'network';
  const timeout = code === 'ECONNABORTED' || code === 'ETIMEDOUT' || code === 'ERR_CANCELED';
  return new CallFailed(
    'unreachable',
    timeout ? 'timeout' : code.toLowerCase().slice(0, 60),
    timeout ? 'Onefit did not answer within 10 seconds.' : 'Onefit could not be reached.',
  );
}

/** Calls Onefit by the contract's outbound half; every call throws {@link CallFailed} or succeeds. */
export function createOnefitClient(settings: Pick<Settings, 'baseUrl' | 'secrets'>, clock: Clock) {
  const http: AxiosInstance = axios.create({
    timeout: TIMEOUT_MS,
    maxRedirects: 0,
    maxContentLength: LARGEST_ANSWER,
    responseType: 'arraybuffer',
    validateStatus: () => true,
    proxy: false,
  });

  async function call(method: 'GET' | 'PUT', path: string, body: unknown): Promise<unknown> {
    const now = clock.now();
    const url = new URL(`${settings.baseUrl}${path}`);
    const rawBody = body === undefined ? '' : JSON.stringify(body);
    const timestamp = signatureTimestamp(now);
    const pathAndQuery = `${url.pathname}${url.search}`;
    const secret = settings.secrets[0] ?? '';
    let response: AxiosResponse<Buffer>;
    try {
      response = await http.request<Buffer>({
        method,
        url: url.href,
        // The time-out of the library starts anew with each byte; this one is for the whole call.
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          [TIMESTAMP_HEADER]: timestamp,
          [SIGNATURE_HEADER]: sign({ method, pathAndQuery, timestamp, rawBody, secret }),
          Accept: 'application/json',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { data: Buffer.from(rawBody, 'utf8') }),
      });
    } catch (error) {
      throw unreachable(error);
    }
    if (response.status !== 200) throw failureOf(response, now);
    return parsed(response);
  }

  function understood<Answer>(read: () => Answer): Answer {
    try {
      return read();
    } catch (error) {
      if (error instanceof MalformedAnswer) {
        throw new CallFailed('unreachable', 'malformed_answer', error.message);
      }
      throw error;
    }
  }

  return {
    /** Sends a batch of at most 100 sessions or bookings; one result each, in order. */
    async put(
      venueUuid: string,
      kind: 'session' | 'booking',
      items: ReadonlyArray<{ id: string }>,
    ): Promise<DeliveryResult[]> {
      const list = kind === 'session' ? 'sessions' : 'bookings';
      const answer = await call('PUT', `/v1/venues/${venueUuid}/${list}`, { [list]: items });
      return understood(() =>
        parseResults(
          answer,
          items.map((item) => item.id),
        ),
      );
    },

    /** One page of the sessions that Onefit holds for a venue. */
    async held(
      venueUuid: string,
      from: string,
      to: string,
      cursor: string | null,
    ): Promise<HeldPage> {
      const query = new URLSearchParams({ from, to, ...(cursor === null ? {} : { cursor }) });
      const answer = await call('GET', `/v1/venues/${venueUuid}/sessions?${query}`, undefined);
      return understood(() => parseHeldPage(answer));
    },
  };
}

export type OnefitClient = ReturnType<typeof createOnefitClient>;
