import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

const PATIENCE_MS = 5_000;
const LOOK_MS = 20;
/** Strapi reads once more after a commit, to tell webhooks; that starts a moment later. */
const QUIET_LOOKS = 3;

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/**
 * Lets the queries under way end before the database is closed: Strapi does not wait for what it
 * does after a commit, and a query on a closed pool would end the process with an error.
 */
export async function drainQueries(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  const end = Date.now() + PATIENCE_MS;
  for (let quiet = 0; quiet < QUIET_LOOKS && Date.now() < end; ) {
    await sleep(LOOK_MS);
    quiet = pool.numUsed() + pool.numPendingAcquires() === 0 ? quiet + 1 : 0;
  }
}
