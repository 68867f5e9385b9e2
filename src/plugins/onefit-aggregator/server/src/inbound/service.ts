import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { openApiDocument } from '../wire/openapi';
import type { JsonObject } from '../wire/openapi';
import type { getHealth as healthOperation, getOpenApi } from '../wire/operations/service';
import { Problem } from '../wire/problems';
import type { Handler } from './context';

/** The version of the partner API's document. */
export const API_VERSION = '1.0.0';

/** How long a database may take that is called alive. */
const HEALTH_MS = 1_000;

async function tooLate(signal: AbortSignal): Promise<never> {
  await sleep(HEALTH_MS, undefined, { signal });
  throw new Error('The database did not answer in time.');
}

/** `GET /health`: whether the database answers. */
export const getHealth: Handler<typeof healthOperation> = async ({ strapi }) => {
  const late = new AbortController();
  try {
    await Promise.race([strapi.db.connection.raw('SELECT 1'), tooLate(late.signal)]);
  } catch (cause) {
    throw new Problem('temporarily_unavailable', { cause });
  } finally {
    late.abort();
  }
  return { status: 200, body: { status: 'ok' } };
};

let made: JsonObject | null = null;

function documentOf(strapi: Core.Strapi): JsonObject {
  made ??= openApiDocument({
    version: API_VERSION,
    serverUrl: strapi.config.get<string>('server.absoluteUrl'),
  });
  return made;
}

/** `GET /openapi.json` */
export const getDocument: Handler<typeof getOpenApi> = async ({ strapi }) => ({
  status: 200,
  body: documentOf(strapi),
});
