import { randomUUID } from 'node:crypto';
import { SYNC_RECORDS, VENUE_LINKS } from '../tables';
import type { Trx } from '../venue/ports';
import type { Venue } from '../venue/venue';
import { dialectOf } from '../venue/dialect';
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

/** Urgent ones first, then those tried least often. */
const ORDER = [
  { column: 'urgent', order: 'desc' as const },
  { column: 'attempts' },
  { column: 'id' },
];

/** What a claim found: the records that are its own now, and how many were due. */
interface Taken {
  records: SyncRecord[];
  due: number;
}

interface Lease {
  lease_token: string;
  lease_until: Date;
  desired_version: ReturnType<Trx['raw']>;
  attempts: ReturnType<Trx['raw']>;
}

type Query = ReturnType<typeof due>;

/** Finds and leases in one statement, where that can be had. */
async function takeAtOnce(trx: Trx, next: Query, lease: Lease): Promise<Taken> {
  const kind = trx('next').select('kind').orderBy(ORDER).limit(1);
  const rows = await trx(SYNC_RECORDS)
    .with('next', next.select('id', 'kind', 'urgent', 'attempts').forUpdate().skipLocked())
    .whereIn('id', trx('next').where({ kind }).select('id'))
    .update(lease)
    .returning<Array<SyncRecord & { due: string }>>([
      '*',
      trx.raw('(SELECT COUNT(*) FROM next) AS due'),
    ]);
  return { records: rows, due: Number(rows[0]?.due ?? 0) };
}

/** Finds first, then leases what is still free of it. */
async function takeInTurn(trx: Trx, next: Query, lease: Lease, now: Date): Promise<Taken> {
  next.select('id', 'kind');
  const isMysql = dialectOf(trx) === 'mysql';
  if (isMysql) next.forUpdate().skipLocked();
  const found = (await next) as Array<Pick<SyncRecord, 'id' | 'kind'>>;
  const ids = found.filter(({ kind }) => kind === found[0]?.kind).map(({ id }) => id);
  if (ids.length === 0) return { records: [], due: 0 };
  const taking = due(trx, now).whereIn('id', ids).update(lease);
  if (!isMysql) {
    return { records: (await taking.returning('*')) as SyncRecord[], due: found.length };
  }
  await taking;
  const { lease_token } = lease;
  const records = await trx(SYNC_RECORDS).whereIn('id', ids).where({ lease_token }).select('*');
  return { records: records as SyncRecord[], due: found.length };
}

/**
 * Claims the next due records of a linked venue, all of one kind: urgent ones first, then those tried
 * least often, so that one that always fails cannot hold up the rest. Any number of instances may
 * ask at once; each record goes to one of them.
 */
export async function claim(
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
      .orderBy(ORDER)
      .limit(limit);
    const token = randomUUID();
    const until = leaseEnd(now);
    const lease = {
      // MySQL and MariaDB assign in this order, and the first needs the attempts before this one.
      desired_version: trx.raw(NEXT_VERSION),
      lease_token: token,
      lease_until: until,
      attempts: trx.raw('attempts + 1'),
    };
    const taken =
      dialectOf(trx) === 'postgres'
        ? await takeAtOnce(trx, next, lease)
        : await takeInTurn(trx, next, lease, now);
    const records = taken.records.sort((one, other) => one.id - other.id);
    const kind = records[0]?.kind;
    if (!kind) return null;
    const more = taken.due === limit || records.length < taken.due;
    return { token, until, kind, records, more };
  });
}

/** The records of a claim, as far as they are still its own. */
export function held(trx: Trx, { token, records }: Claim) {
  return trx(SYNC_RECORDS)
    .where({ lease_token: token })
    .whereIn(
      'id',
      records.map(({ id }) => id),
    );
}

/**
 * Makes a claim hold anew from now on; false when the lease of any of its records was lost, or the
 * link ended meanwhile. Nothing of a claim is settled before all of it is.
 */
export async function renew(trx: Trx, claim: Claim, venueKey: string, now: Date): Promise<boolean> {
  const until = leaseEnd(now);
  const renewed: number = await held(trx, claim)
    .whereExists(trx(VENUE_LINKS).where({ venue_key: venueKey }).select('id'))
    .update({ lease_until: until });
  if (renewed !== claim.records.length) return false;
  claim.until = until;
  return true;
}
