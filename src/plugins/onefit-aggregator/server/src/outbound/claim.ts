import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { SYNC_RECORDS } from '../tables';
import type { Venue } from '../venue/venue';
import { due } from './sync-record';
import type { RecordKind, SyncRecord } from './sync-record';

/** How long a claim holds. A killed instance's work is free again after this. */
export const LEASE_MS = 45_000;

/** Records that only this sender may send until the lease ends. */
export interface Claim {
  token: string;
  until: Date;
  kind: RecordKind;
  records: SyncRecord[];
}

function skipsLocked(strapi: Core.Strapi): boolean {
  return strapi.db.dialect.client !== 'sqlite';
}

/**
 * Claims the next due records of a venue, all of one kind: urgent ones first, then those tried
 * least often, so that one that always fails cannot hold up the rest. Any number of instances may
 * ask at once; each record goes to one of them.
 */
export async function claim(
  strapi: Core.Strapi,
  venue: Venue,
  venueKey: string,
  limit: number,
  now: Date,
): Promise<Claim | null> {
  return venue.bookings.transaction(async (trx) => {
    const next = due(trx, now)
      .where({ venue_key: venueKey })
      .orderBy([{ column: 'urgent', order: 'desc' }, { column: 'attempts' }, { column: 'id' }])
      .limit(limit)
      .select('id', 'kind');
    if (skipsLocked(strapi)) next.forUpdate().skipLocked();
    const found = (await next) as Array<Pick<SyncRecord, 'id' | 'kind'>>;
    const kind = found[0]?.kind;
    if (!kind) return null;
    const token = randomUUID();
    const until = new Date(now.getTime() + LEASE_MS);
    await due(trx, now)
      .whereIn(
        'id',
        found.filter((record) => record.kind === kind).map((record) => record.id),
      )
      .update({
        lease_token: token,
        lease_until: until,
        attempts: trx.raw('attempts + 1'),
      });
    const records = (await trx(SYNC_RECORDS)
      .where({ lease_token: token })
      .orderBy('id')
      .select('*')) as SyncRecord[];
    return records.length === 0 ? null : { token, until, kind, records };
  });
}
