import type { Core } from '@strapi/strapi';

const FRESH_MS = 30_000;

/**
 * The Venue UUIDs that exist, kept for a moment, so that a request is counted for its venue before
 * anything is looked up for it, and invented venues share one counter.
 */
export function createKnownVenues(strapi: Core.Strapi) {
  let known: Promise<Set<string>> = Promise.resolve(new Set());
  let readAt = 0;

  /** Where the database does not answer, those known so far: the call itself will say so. */
  async function read(before: Promise<Set<string>>): Promise<Set<string>> {
    try {
      const rows = await strapi.db.connection('venues').select<Array<{ uuid: string }>>('uuid');
      return new Set(rows.map((row) => row.uuid));
    } catch {
      return before;
    }
  }

  return async (uuid: string | undefined): Promise<string | null> => {
    if (uuid === undefined) return null;
    if (Date.now() - readAt > FRESH_MS) {
      readAt = Date.now();
      known = read(known);
    }
    return (await known).has(uuid.toLowerCase()) ? uuid.toLowerCase() : null;
  };
}
