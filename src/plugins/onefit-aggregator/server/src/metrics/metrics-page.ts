import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Clock } from '../clock';
import { carriesToken } from './bearer';
import { standingMetrics } from './exposition';
import type { Meters } from './meters';
import { readStanding } from './standing';
import type { Standing } from './standing';

/** Where the metrics are asked for. */
export const METRICS_PATH = '/metrics';

/** How long the database may take; Prometheus waits ten seconds by itself. */
const READ_MS = 5_000;

/** As much of Koa's context as is used. */
interface Context {
  method: string;
  path: string;
  status: number;
  body: unknown;
  set(headers: Record<string, string>): void;
  get(header: string): string;
}

async function tooLate(signal: AbortSignal): Promise<never> {
  await sleep(READ_MS, undefined, { signal });
  throw new Error('The database did not answer in time.');
}

/**
 * `GET /metrics` in Prometheus's text format, for whoever has the token; anybody else is answered
 * 401 and told nothing. Where the database does not answer, what the process knows is told all the same.
 */
export function createMetricsPage(
  strapi: Core.Strapi,
  token: string,
  meters: Meters,
  clock: Clock,
) {
  async function standing(): Promise<Standing | null> {
    const late = new AbortController();
    try {
      const read = readStanding(strapi.db.connection, clock.now());
      return await Promise.race([read, tooLate(late.signal)]);
    } catch (error) {
      strapi.log.warn(`Onefit: the metrics could not be read: ${String(error)}`);
      return null;
    } finally {
      late.abort();
    }
  }

  return async (ctx: Context, next: () => Promise<unknown>): Promise<void> => {
    if (ctx.path !== METRICS_PATH) {
      await next();
      return;
    }
    ctx.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    if (!carriesToken(ctx.get('Authorization'), token)) {
      ctx.status = 401;
      ctx.set({ 'WWW-Authenticate': 'Bearer' });
      ctx.body = 'Send the token as Authorization: Bearer …\n';
      return;
    }
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      ctx.status = 405;
      ctx.set({ Allow: 'GET, HEAD' });
      ctx.body = 'Metrics are read with GET.\n';
      return;
    }
    const counted = await meters.registry.metrics();
    ctx.set({ 'Content-Type': meters.registry.contentType });
    ctx.status = 200;
    ctx.body = `${counted}\n${await standingMetrics(await standing())}`;
  };
}
