import type { Core } from '@strapi/strapi';

const FRESH_MS = 30_000;

/**
 * The Venue UUIDs that exist, kept for a moment, so that a request is counted for its venue before
 * anything is looked up for it, and invented venues share one counter.
 */
export function createKnownVenues(strapi: Core.Strapi) {
  let known = new Set<string>();
  let readAt = 0;
  return async (uuid: string | undefined): Promise<string | null> => {
    if (uuid === undefined) return null;
    if (Date.now() - readAt > FRESH_MS) {
      readAt = Date.now();
      const rows = await strapi.db.connection('venues').select<Array<{ uuid: string }>>('uuid');
      known = new Set(rows.map((row) => row.uuid));
    }
    return known.has(uuid.toLowerCase()) ? uuid.toLowerCase() : null;
  };
}
