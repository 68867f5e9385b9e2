import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { TestDatabase } from './database';
import { databaseOfSuite } from './template';
import { testEnvironment } from './environment';
import { setVariables, strapiPackage } from './outside';

/** A clock that a test holds still or moves. */
export interface TestClock {
  now(): Date;
  /** stands still at this instant until it is set again */
  set(instant: Date | string): void;
  advance(milliseconds: number): void;
  /** runs with the machine's again */
  release(): void;
}

/** The project, compiled and booted, on a database of its own and listening. */
export interface RunningVenue {
  strapi: Core.Strapi;
  url: string;
  clock: TestClock;
  database: TestDatabase;
  stop(): Promise<void>;
}

const PROJECT = path.resolve(__dirname, '../..');

function testClock(): TestClock {
  let fixed: Date | null = null;
  const now = () => new Date(fixed ?? Date.now());
  return {
    now,
    set: (instant) => {
      fixed = new Date(instant);
    },
    advance: (milliseconds) => {
      fixed = new Date(now().getTime() + milliseconds);
    },
    release: () => {
      fixed = null;
    },
  };
}

/**
 * Boots what `npm run build:server` and `npm run build:plugins` made.
 *
 * @param env `ONEFIT_*`, `SMTP_URL` and whatever else a suite needs; the rest has test values
 * @param kept the database of a venue that ran before, or an empty one to see the first start;
 *   without it there is a new one on which the project has started once
 */
export async function startVenue(
  env: Record<string, string> = {},
  kept?: TestDatabase,
): Promise<RunningVenue> {
  const database = kept ?? (await databaseOfSuite());
  setVariables({ ...testEnvironment(database), ...env });
  const strapi = strapiPackage().createStrapi({
    appDir: PROJECT,
    distDir: path.join(PROJECT, 'dist'),
    serveAdminPanel: false,
  });
  await strapi.load();
  const clock = testClock();
  strapi.get<{ now(): Date }>('clock').now = clock.now;
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((resolve) => {
    httpServer.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = httpServer.address() as AddressInfo;
  return {
    strapi,
    url: `http://127.0.0.1:${port}`,
    clock,
    database,
    async stop() {
      await strapi.destroy();
      await database.drop();
    },
  };
}
