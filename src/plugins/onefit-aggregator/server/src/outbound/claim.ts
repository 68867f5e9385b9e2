import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { SYNC_RECORDS, VENUE_LINKS } from '../tables';
import type { Trx } from '../venue/ports';
import type { Venue } from '../venue/venue';
import { due } from './sync-record';
import type { RecordKind, SyncRecord } from './sync-record';

/**
 * How long a claim holds: one call to Onefit with its time-out, and room. A killed instance's work
 * is free again after this, so it is short; who needs longer renews it between calls.
 */
export const LEASE_MS = 20_000;

/**
 * An earlier attempt that was not acknowledged may have been carried out. The next one is built
 * from the state as it then is, which can differ without anybody having marked it; under the same
 * version Onefit would take it for what it holds already.
 */
const NEXT_VERSION = 'CASE WHEN attempts > 0 THEN desired_version + 1 ELSE desired_version END';

/** Records that only this sender may send until the lease ends. */
export interface Claim {
  token: string;
  until: Date;
  kind: RecordKind;
  records: SyncRecord[];
  /** Whether more may be due than was claimed: the batch is full, or there is another kind. */
  more: boolean;
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}

function skipsLocked(strapi: Core.Strapi): boolean {
  return strapi.db.dialect.client !== 'sqlite';
}

/** Leases the records that a query finds, and gives them, by id. */
async function take(
  strapi: Core.Strapi,
  trx: Trx,
  taking: ReturnType<typeof due>,
  lease: { lease_token: string } & Record<string, unknown>,
): Promise<SyncRecord[]> {
  if (strapi.db.dialect.client !== 'mysql') {
    const taken = (await taking.update(lease).returning('*')) as SyncRecord[];
    return taken.sort((one, other) => one.id - other.id);
  }
  await taking.update(lease);
  return (await trx(SYNC_RECORDS)
    .where({ lease_token: lease.lease_token })
    .orderBy('id')
    .select('*')) as SyncRecord[];
}

/**
 * Claims the next due records of a linked venue, all of one kind: urgent ones first, then those tried
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
      // The link may have ended since the venue was found worth serving.
      .whereExists(trx(VENUE_LINKS).where({ venue_key: venueKey }).select('id'))
      .orderBy([{ column: 'urgent', order: 'desc' }, { column: 'attempts' }, { column: 'id' }])
      .limit(limit)
      .select('id', 'kind');
    if (skipsLocked(strapi)) next.forUpdate().skipLocked();
    const found = (await next) as Array<Pick<SyncRecord, 'id' | 'kind'>>;
    const kind = found[0]?.kind;
    if (!kind) return null;
    const sameKind = found.filter((record) => record.kind === kind);
    const token = randomUUID();
    const until = leaseEnd(now);
    const lease = {
      // MySQL and MariaDB assign in this order, and the first needs the attempts before this one.
      desired_version: trx.raw(NEXT_VERSION),
      lease_token: token,
      lease_until: until,
      attempts: trx.raw('attempts + 1'),
    };
    const taking = due(trx, now).whereIn(
      'id',
      sameKind.map((record) => record.id),
    );
    const records = await take(strapi, trx, taking, lease);
    if (records.length === 0) return null;
    const more = found.length === limit || sameKind.length < found.length;
    return { token, until, kind, records, more };
  });
}

/** Makes a claim hold anew from now on; false when the lease was lost or the link ended meanwhile. */
export async function renew(trx: Trx, held: Claim, venueKey: string, now: Date): Promise<boolean> {
  const until = leaseEnd(now);
  const renewed: number = await trx(SYNC_RECORDS)
    .where({ lease_token: held.token })
    .whereExists(trx(VENUE_LINKS).where({ venue_key: venueKey }).select('id'))
    .update({ lease_until: until });
  if (renewed === 0) return false;
  held.until = until;
  return true;
}
