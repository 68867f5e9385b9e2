import path from 'node:path';
import { createStrapi } from '@strapi/strapi';
import type { Core } from '@strapi/strapi';

/**
 * Opens the compiled project for one command, and closes it when `work` is done. It neither listens,
 * nor sends, nor runs jobs: on a restored copy of a database, it must not speak as if it were the
 * venue. What a command changes is marked, and sent by the server as usual.
 */
export async function withProject<Result>(
  work: (strapi: Core.Strapi) => Promise<Result>,
): Promise<Result> {
  process.env.STRAPI_TELEMETRY_DISABLED ??= 'true';
  process.env.LOG_LEVEL ||= 'error';
  const strapi = createStrapi({
    appDir: process.cwd(),
    distDir: path.resolve('dist'),
    serveAdminPanel: false,
  });
  strapi.config.set('jobs.run', false);
  await strapi.load();
  try {
    return await work(strapi);
  } finally {
    await strapi.destroy();
  }
}
