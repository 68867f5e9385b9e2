import type { ValidateFunction } from 'ajv';
import { validateProblemAnswer } from '../contract/answer-schemas';
import { formatTimestamp, sign } from '../contract/signature';
import { fieldErrors } from '../contract/validator';
import { errorField } from '../error-fields';
import type { RequestLog } from '../log/request-log';
import type { UnknownCode, VenueAnswer } from './answer';

const API = '/api/onefit-aggregator/v1';
const TIMEOUT_MS = 10_000;

export interface VenueClientOptions {
  /** Tells where the venue listens at the moment, without a slash at the end. */
  baseUrl: () => string;
  /** Signs every call. */
  secret: string;
  log: RequestLog;
}

export interface VenueCall<T> {
  /** What the call is counted as in the log, such as `venue.book`. */
  label: string;
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below the API's root, query included, already encoded. */
  path: string;
  body?: object;
  /** The shape of a good answer; null when it has no body. */
  validate: ValidateFunction<T> | null;
}

interface RawAnswer {
  status: number;
  text: string;
  retryAfter: string | null;
}

/** Calls the venue's plugin, signed, logged and judged by the contract. */
export class VenueClient {
  constructor(private readonly options: VenueClientOptions) {}

  /** Makes one call; never throws: what went wrong is in the answer. Waits 10 s at most. */
  async call<T>(call: VenueCall<T>): Promise<VenueAnswer<T>> {
    const { log } = this.options;
    const baseUrl = this.options.baseUrl();
    const url = new URL(`${baseUrl}${API}${call.path}`);
    const body = call.body ? JSON.stringify(call.body) : '';
    const entry = log.begin({
      direction: 'out',
      method: call.method,
      path: `${url.pathname}${url.search}`,
    });
    entry.requestBody = body;
    try {
      const raw = await this.send(call.method, url, body);
      const answer = judge(raw, call.validate);
      const error = answer.kind === 'unknown' ? answer.detail : undefined;
      log.finish(entry, call.label, { status: raw.status, responseBody: raw.text, error });
      return answer;
    } catch (error) {
      const unknown = noAnswer(error, baseUrl);
      log.finish(entry, call.label, { status: null, error: unknown.detail });
      return unknown;
    }
  }

  private async send(method: string, url: URL, body: string): Promise<RawAnswer> {
    const timestamp = formatTimestamp(new Date());
    const pathAndQuery = `${url.pathname}${url.search}`;
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        accept: 'application/json',
        'x-timestamp': timestamp,
        'x-signature': sign({ method, pathAndQuery, timestamp, body }, this.options.secret),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body } : {}),
    });
    return {
      status: response.status,
      text: await response.text(),
      retryAfter: response.headers.get('retry-after'),
    };
  }
}

function judge<T>(raw: RawAnswer, validate: ValidateFunction<T> | null): VenueAnswer<T> {
  const { status, text, retryAfter } = raw;
  const good = status >= 200 && status < 300;
  // 202 says "noted" of a booking that the venue never saw; it has nothing to show.
  if (good && (!validate || status === 202)) return { kind: 'ok', status, body: undefined as T };
  const body = parse(text);
  if (good && validate) {
    if (validate(body)) return { kind: 'ok', status, body };
    return invalid(status, JSON.stringify(fieldErrors(validate.errors)));
  }
  if (!validateProblemAnswer(body)) {
    return invalid(status, `HTTP ${status} without a problem of the contract.`);
  }
  const { code, detail } = body;
  // Below 500, and with 503, the contract promises that nothing was written.
  if (status < 500 || status === 503) return { kind: 'refused', status, code, detail, retryAfter };
  return invalid(status, `HTTP ${status}: ${detail}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function invalid(status: number, detail: string): VenueAnswer<never> {
  return { kind: 'unknown', status, code: 'venue_answer_invalid', detail };
}

function noAnswer(
  error: unknown,
  baseUrl: string,
): { kind: 'unknown'; status: null; code: UnknownCode; detail: string } {
  const timedOut = errorField(error, 'name') === 'TimeoutError';
  const cause: unknown =
    typeof error === 'object' && error !== null && 'cause' in error ? error.cause : error;
  const reason = errorField(cause, 'message') ?? errorField(cause, 'code') ?? String(cause);
  return {
    kind: 'unknown',
    status: null,
    code: timedOut ? 'venue_timeout' : 'venue_unreachable',
    detail: timedOut
      ? `The venue at ${baseUrl} did not answer within ${TIMEOUT_MS / 1_000} s.`
      : `The venue at ${baseUrl} cannot be reached: ${reason}`,
  };
}
