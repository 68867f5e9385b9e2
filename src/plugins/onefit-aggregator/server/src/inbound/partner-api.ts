import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Settings } from '../settings';
import { parseRequest } from '../wire/operation';
import { BASE_PATH } from '../wire/operations';
import { Problem, problemHeaders, toProblemJson } from '../wire/problems';
import { assertAcceptableBody, parseJson } from '../wire/request-body';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER, verify } from '../wire/signature';
import type { Answer, Inbound } from './context';
import { handlers } from './handlers';
import { createKnownVenues } from './known-venues';
import type { RateLimit } from './rate-limit';
import { CallerGone, readRawBody } from './raw-body';
import { problemOf } from './refusals';
import { isPartnerPath, isUnsigned, matchRoute, operationAt, venueIdOf } from './routes';

/** As much of Koa's context as is used. */
interface Context {
  req: IncomingMessage;
  method: string;
  path: string;
  querystring: string;
  status: number;
  body: unknown;
  set(headers: Record<string, string>): void;
  get(header: string): string;
}

const NO_BODY = Buffer.alloc(0);

function queryOf(querystring: string): Record<string, string | string[]> {
  const query = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of new URLSearchParams(querystring)) {
    const before = query[name];
    // A parameter given twice is no string any more, and the schema says so.
    query[name] = before === undefined ? value : [before, value].flat();
  }
  return { ...query };
}

function assertReadable(ctx: Context, rawBody: Buffer) {
  if (ctx.get('Content-Encoding')) throw new Problem('unsupported_media_type');
  assertAcceptableBody(ctx.get('Content-Type') || undefined, rawBody.length);
}

/**
 * The partner API on one straight path: bytes → signature → rate → address → type → schema →
 * decision → answer. It stands before Strapi's own middlewares, since a signature covers the bytes
 * as sent and nothing may be parsed before it is checked.
 */
export function createPartnerApi(inbound: Inbound, settings: Settings, rateLimit: RateLimit) {
  const { strapi, clock } = inbound;
  const knownVenue = createKnownVenues(strapi);

  function assertSigned(ctx: Context, rawBody: Buffer): number {
    const verified = verify({
      method: ctx.method,
      pathAndQuery: ctx.req.url ?? '',
      timestamp: ctx.get(TIMESTAMP_HEADER) || undefined,
      signature: ctx.get(SIGNATURE_HEADER) || undefined,
      rawBody,
      secrets: settings.secrets,
      now: clock.now(),
    });
    if (!verified.ok) throw new Problem(verified.code);
    return verified.secretIndex;
  }

  async function countRequest(ctx: Context, secretIndex: number) {
    const venue = await knownVenue(venueIdOf(ctx.path));
    const { headers, refusal } = await rateLimit.count(secretIndex, venue);
    ctx.set(headers);
    if (refusal) throw refusal;
  }

  /** The body of a request that is signed and within its limit; none of one that need not be. */
  async function authenticated(ctx: Context): Promise<Buffer> {
    if (isUnsigned(ctx.method, ctx.path)) return NO_BODY;
    const rawBody = await readRawBody(ctx.req);
    await countRequest(ctx, assertSigned(ctx, rawBody));
    return rawBody;
  }

  async function answer(ctx: Context): Promise<Answer> {
    const rawBody = await authenticated(ctx);
    const { id, operation, params } = matchRoute(ctx.method, ctx.path);
    if (operation.body) assertReadable(ctx, rawBody);
    const request = parseRequest(operation, {
      params,
      // Whatever browsers and load balancers add to an unsigned call is let be.
      query: operation.signed ? queryOf(ctx.querystring) : {},
      body: operation.body ? parseJson(rawBody) : undefined,
    });
    return handlers[id](inbound, request);
  }

  /** A database that is away for a moment is no fault of the request: it may come again. */
  function unexpected(cause: unknown): Problem {
    const passing = inbound.venue().bookings.isTransient(cause);
    return new Problem(passing ? 'temporarily_unavailable' : 'internal_error', { cause });
  }

  function refuse(ctx: Context, error: unknown): Problem {
    const problem = problemOf(error) ?? unexpected(error);
    if (problem.code === 'internal_error') strapi.log.error(error);
    ctx.status = problem.status;
    ctx.body = JSON.stringify(toProblemJson(problem));
    ctx.set(problemHeaders(problem));
    // The rest of a body that is too large is not read; the connection cannot be used again.
    if (problem.code === 'payload_too_large') ctx.set({ Connection: 'close' });
    return problem;
  }

  /** Counts the answer and logs it: by its operation, never by an address that a stranger made up. */
  function told(ctx: Context, problem: Problem | null, milliseconds: number): void {
    const { method, status } = ctx;
    const operation = problem?.status === 401 ? null : operationAt(method, ctx.path);
    const code = problem?.code ?? null;
    inbound.observe?.({ operation, status, code, seconds: milliseconds / 1000 });
    if (!strapi.log.isLevelEnabled('http')) return;
    const took = Math.round(milliseconds);
    const path = operation === null ? {} : { path: ctx.path };
    strapi.log.http({
      message: `Onefit ${method} ${path.path ?? BASE_PATH} ${status} ${code ?? ''} (${took} ms)`,
      ...{ method, ...path, operation: operation ?? undefined, status, milliseconds: took },
    });
  }

  return async (ctx: Context, next: () => Promise<unknown>): Promise<void> => {
    if (!isPartnerPath(ctx.path)) {
      await next();
      return;
    }
    ctx.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    const began = performance.now();
    let problem: Problem | null = null;
    try {
      const { status, body } = await answer(ctx);
      ctx.status = status;
      ctx.body = body === undefined ? null : JSON.stringify(body);
      if (body !== undefined) ctx.set({ 'Content-Type': 'application/json; charset=utf-8' });
      // Koa turns an empty body into 204 by itself, and JSON text must not become text/plain.
      ctx.status = status;
    } catch (error) {
      if (error instanceof CallerGone) {
        strapi.log.http(`Onefit ${ctx.method}: the caller went away`);
        return;
      }
      problem = refuse(ctx, error);
    }
    told(ctx, problem, performance.now() - began);
  };
}

/** Mounts the partner API in front of everything else that Strapi serves. */
export function mountPartnerApi(
  strapi: Core.Strapi,
  api: ReturnType<typeof createPartnerApi>,
): void {
  strapi.server.use(api);
}
