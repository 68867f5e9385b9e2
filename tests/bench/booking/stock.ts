import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestDatabase } from '../../support/database';
import { testEnvironment } from '../../support/environment';
import { startServer } from './server-process';
import type { Server } from './server-process';

const PROJECT = path.resolve(__dirname, '../../..');

/**
 * Makes a throwaway Strapi project of the same version, in a temporary folder, from this project's
 * own packages: content types, routes and settings as Strapi makes them, and nothing of ours.
 *
 * @param tuned gives it this project's SQLite settings in place of those it comes with
 */
export async function startStock(database: TestDatabase, tuned: boolean): Promise<Server> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'stock-strapi-'));
  await cp(path.join(__dirname, 'stock-project'), folder, { recursive: true });
  await mkdir(path.join(folder, 'public/uploads'), { recursive: true });
  await symlink(path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules'));
  const server = await startServer(path.join(__dirname, 'stock-main.mjs'), {
    args: [folder],
    env: {
      ...testEnvironment(database),
      NODE_ENV: 'production',
      SQLITE_TUNED: String(tuned),
    },
  });
  return {
    ...server,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}
