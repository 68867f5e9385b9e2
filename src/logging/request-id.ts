import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** The header in which a request's id comes, and in which it is given back. */
export const REQUEST_ID_HEADER = 'X-Request-Id';

/** What proxies make: UUIDs, nginx's `$request_id`, ids of traces. Room for no name and no address. */
const WELL_FORMED = /^[0-9a-f][0-9a-f-]{14,62}[0-9a-f]$/i;

/** The id that a request came with, if it may be one; else a new one. */
export function requestIdFrom(header: string): string {
  return WELL_FORMED.test(header) ? header.toLowerCase() : randomUUID();
}

/** As much of Koa's context as is used. */
interface Context {
  state: { requestId?: string };
  res: { writableEnded: boolean };
  get(header: string): string;
  set(header: string, value: string): void;
}

/**
 * The id of the request in whose course this is called; undefined outside of one, and once it is
 * answered: what a request woke goes on long after it, and is not its doing.
 */
function currentRequestId(strapi: Core.Strapi): string | undefined {
  const ctx = strapi.requestContext.get() as Context | undefined;
  return ctx === undefined || ctx.res.writableEnded ? undefined : ctx.state.requestId;
}

/**
 * Gives every request an id before anything else happens to it: in the answer, and in each line
 * that is logged in its course.
 */
export function nameRequests(strapi: Core.Strapi): void {
  const name = async (ctx: Context, next: () => Promise<unknown>) => {
    const requestId = requestIdFrom(ctx.get(REQUEST_ID_HEADER));
    ctx.state.requestId = requestId;
    ctx.set(REQUEST_ID_HEADER, requestId);
    await next();
  };
  // The plugins have mounted what they have by now, and these requests too have an id.
  (strapi.server.app.middleware as Array<typeof name>).unshift(name);
  // Read when a line is logged, in the course of the request and not when it is written.
  strapi.log.defaultMeta = {
    get requestId() {
      return currentRequestId(strapi);
    },
  };
}
