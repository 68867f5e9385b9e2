import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

const FRESH_MS = 30_000;

/** How long a call waits to hear whether its venue is a new one. */
const PATIENCE_MS = 500;

/**
 * The Venue UUIDs that exist, kept for a moment, so that a request is counted for its venue before
 * anything is looked up for it, and invented venues share one counter. They are read anew while
 * requests go on being counted by those known so far; only a venue that is not among them waits for
 * the answer, and not for long: a database that does not answer is told of by the call itself.
 */
export function createKnownVenues(strapi: Core.Strapi) {
  let known: ReadonlySet<string> = new Set();
  let readAt = -Infinity;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    const began = Date.now();
    try {
      const rows = await strapi.db.connection('venues').select<Array<{ uuid: string }>>('uuid');
      known = new Set(rows.map((row) => row.uuid));
      readAt = began;
    } catch {
      // Those known so far hold; the next call asks again.
    }
  }

  function refresh(): void {
    if (reading || Date.now() - readAt <= FRESH_MS) return;
    reading = read().finally(() => {
      reading = null;
    });
  }

  return async (uuid: string | undefined): Promise<string | null> => {
    if (uuid === undefined) return null;
    refresh();
    const asked = uuid.toLowerCase();
    if (reading && !known.has(asked)) {
      await Promise.race([reading, sleep(PATIENCE_MS, undefined, { ref: false })]);
    }
    return known.has(asked) ? asked : null;
  };
}
