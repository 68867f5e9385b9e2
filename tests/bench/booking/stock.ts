import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestDatabase } from '../../support/database';
import { testEnvironment } from '../../support/environment';
import { startServer } from './server-process';
import type { Server } from './server-process';

const PROJECT = path.resolve(__dirname, '../../..');

/**
 * Makes a throwaway Strapi project of the same version, in a temporary folder, from this project's
 * own packages: content types and routes as Strapi makes them, and nothing of ours. Its database
 * settings are the ones of this project, so that what differs is what each does for a booking.
 */
export async function startStock(database: TestDatabase): Promise<Server> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'stock-strapi-'));
  await cp(path.join(__dirname, 'stock-project'), folder, { recursive: true });
  await symlink(path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules'));
  const server = await startServer(path.join(__dirname, 'stock-main.mjs'), {
    args: [folder],
    env: { ...testEnvironment(database), NODE_ENV: 'production' },
  });
  return {
    ...server,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}
