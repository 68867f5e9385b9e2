import type { Core } from '@strapi/strapi';
import { activeOrder } from '../market/active-order';
import { VENUE_LINKS } from '../tables';
import { instantOrNull } from '../venue/ports';
import { listVenues } from '../venue/venues';
import { credentialsRefused, linkLost } from './connection';
import type { LinkRow } from './connection';
import { outstanding, refused } from './sync-record';
import type { RecordKind } from './sync-record';

/** How the connection of one venue fares, in a word. */
export type ConnectionState =
  | 'not_ordered'
  | 'not_linked'
  | 'working'
  | 'degraded'
  | 'needs_attention';

/** What is not at Onefit as it should be. */
interface Counts {
  waiting: number;
  refused: number;
  /** those of the refused that are outcomes of bookings, which no list of appointments shows */
  refusedOutcomes: number;
}

interface Sum {
  venue: string;
  kind: RecordKind;
  count: string | number;
}

async function sumsOf(records: ReturnType<typeof outstanding>): Promise<Sum[]> {
  return (await records
    .groupBy('record.venue_key', 'record.kind')
    .select({ venue: 'record.venue_key', kind: 'record.kind' })
    .count({ count: '*' })) as unknown as Sum[];
}

function byVenue(sums: Sum[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { venue, count } of sums) found.set(venue, (found.get(venue) ?? 0) + Number(count));
  return found;
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
  const linkOf = new Map(links.map((link) => [link.venue_key, link]));
  const waiting = byVenue(await sumsOf(outstanding(knex, now)));
  const refusals = await sumsOf(refused(knex, now));
  const refusedOf = byVenue(refusals);
  const refusedOutcomes = byVenue(refusals.filter(({ kind }) => kind === 'booking'));
  const venues = (await listVenues(knex)).map((venue) => {
    const link = linkOf.get(venue.documentId) ?? null;
    const counts: Counts = {
      waiting: waiting.get(venue.documentId) ?? 0,
      refused: refusedOf.get(venue.documentId) ?? 0,
      refusedOutcomes: refusedOutcomes.get(venue.documentId) ?? 0,
    };
    return {
      ...venue,
      state: stateOf(order !== null, link, counts),
      onefitVenueId: link?.onefit_venue_id ?? null,
      linkedAt: iso(link?.linked_at),
      workingSince: link?.failing_since === null ? iso(link.working_since ?? link.linked_at) : null,
      lastSuccessAt: iso(link?.last_success_at),
      failingSince: iso(link?.failing_since),
      nextAttemptAt: iso(link?.next_attempt_at),
      error: link?.error_code ? { code: link.error_code, detail: link.error_detail } : null,
      ...counts,
    };
  });
  return { at: now.toISOString(), ordered: order !== null, venues };
}
