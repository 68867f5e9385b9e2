import type { Core } from '@strapi/strapi';
import { activeOrder } from '../market/active-order';
import { SYNC_RECORDS, VENUE_LINKS } from '../tables';
import { instantOrNull } from '../venue/ports';
import type { Trx } from '../venue/ports';
import { listVenues } from '../venue/venues';
import { credentialsRefused, linkLost } from './connection';
import type { LinkRow } from './connection';

/** How the connection of one venue fares, in a word. */
export type ConnectionState =
  | 'not_ordered'
  | 'not_linked'
  | 'working'
  | 'degraded'
  | 'needs_attention';

interface Counts {
  waiting: number;
  refused: number;
  delivered: number;
}

const NONE: Counts = { waiting: 0, refused: 0, delivered: 0 };

async function countsByVenue(knex: Trx): Promise<Map<string, Counts>> {
  const rows = await knex(SYNC_RECORDS)
    .groupBy('venue_key')
    .select<Array<Record<keyof Counts | 'venue_key', string | number>>>([
      'venue_key',
      knex.raw(
        'SUM(CASE WHEN desired_version > acknowledged_version AND desired_version <> refused_version THEN 1 ELSE 0 END) AS waiting',
      ),
      knex.raw('SUM(CASE WHEN desired_version = refused_version THEN 1 ELSE 0 END) AS refused'),
      knex.raw(
        'SUM(CASE WHEN desired_version <= acknowledged_version THEN 1 ELSE 0 END) AS delivered',
      ),
    ]);
  return new Map(
    rows.map((row) => [
      String(row.venue_key),
      {
        waiting: Number(row.waiting),
        refused: Number(row.refused),
        delivered: Number(row.delivered),
      },
    ]),
  );
}

function stateOf(orderActive: boolean, link: LinkRow | null, counts: Counts): ConnectionState {
  if (!orderActive) return 'not_ordered';
  if (!link || linkLost(link)) return 'not_linked';
  if (link.failing_since !== null) {
    return credentialsRefused(link) ? 'needs_attention' : 'degraded';
  }
  return counts.refused > 0 ? 'needs_attention' : 'working';
}

function iso(stored: Parameters<typeof instantOrNull>[0]): string | null {
  return instantOrNull(stored)?.toISOString() ?? null;
}

/**
 * How the connection with Onefit fares, a venue each, worked out from the records themselves.
 * Instants in ISO 8601, UTC.
 */
export async function connectionStatus(strapi: Core.Strapi, now: Date) {
  const knex = strapi.db.connection;
  const order = await activeOrder(knex);
  const links = (await knex(VENUE_LINKS).select('*')) as LinkRow[];
  const counts = await countsByVenue(knex);
  const venues = (await listVenues(knex)).map((venue) => {
    const link = links.find((row) => row.venue_key === venue.documentId) ?? null;
    const held = counts.get(venue.documentId) ?? NONE;
    return {
      ...venue,
      state: stateOf(order !== null, link, held),
      onefitVenueId: link?.onefit_venue_id ?? null,
      linkedAt: iso(link?.linked_at),
      workingSince: link?.failing_since === null ? iso(link.working_since ?? link.linked_at) : null,
      lastSuccessAt: iso(link?.last_success_at),
      failingSince: iso(link?.failing_since),
      nextAttemptAt: iso(link?.next_attempt_at),
      error: link?.error_code ? { code: link.error_code, detail: link.error_detail } : null,
      ...held,
    };
  });
  return { at: now.toISOString(), ordered: order !== null, venues };
}
