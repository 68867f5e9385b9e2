import { SYNC_RECORDS } from '../tables';
import { instant, instantOrNull } from '../venue/ports';
import type { StoredInstant, Trx } from '../venue/ports';
import type { Session } from '../wire/schemas/session';
import { findingOf, isBelievable } from './compare';
import type { Finding } from './compare';
import type { Held } from './held';
import type { Above } from './raise';
import { leastVersion } from './version';

/** Rows in one statement. */
const PAGE = 500;

/** What a comparison found, by kind, and how many sessions go out again because of it. */
export type Comparison = Record<Finding | 'held' | 'unknown' | 'healed', number>;

interface Row {
  id: number;
  subject: string;
  desired_version: number;
  acknowledged_version: number;
  refused_version: number;
  acknowledged_at: StoredInstant | null;
  lease_token: string | null;
  sent_payload: string | null;
  ends_at: StoredInstant | null;
}

const COLUMNS = [
  'record.id',
  'record.subject',
  'record.desired_version',
  'record.acknowledged_version',
  'record.refused_version',
  'record.acknowledged_at',
  'record.lease_token',
  'record.sent_payload',
  'appointment.ends_at',
];

/** A page of a venue's records whose appointments are not over, or gone. */
async function recordPage(trx: Trx, venueKey: string, after: number, now: Date): Promise<Row[]> {
  return trx({ record: SYNC_RECORDS })
    .leftJoin({ appointment: 'appointments' }, 'appointment.document_id', 'record.subject')
    .where({ 'record.kind': 'session', 'record.venue_key': venueKey })
    .where('record.id', '>', after)
    .where(
      (ahead) => void ahead.whereNull('appointment.id').orWhere('appointment.ends_at', '>', now),
    )
    .orderBy('record.id')
    .limit(PAGE)
    .select<Row[]>(COLUMNS);
}

function isSettled(row: Row, askedAt: Date): boolean {
  const acknowledgedAt = instantOrNull(row.acknowledged_at);
  const delivered = row.acknowledged_version >= row.desired_version && row.lease_token === null;
  return delivered && acknowledgedAt !== null && acknowledgedAt < askedAt;
}

function isOver({ ends_at }: Row, sent: Session | null, now: Date): boolean {
  const endsAt = instantOrNull(ends_at) ?? (sent && instant(sent.endsAt));
  return endsAt !== null && endsAt <= now;
}

/** Those of the ids that are appointments of the venue and not over. */
async function appointmentsAmong(
  trx: Trx,
  venueKey: string,
  ids: string[],
  now: Date,
): Promise<string[]> {
  const found: string[] = [];
  for (let begin = 0; begin < ids.length; begin += PAGE) {
    const rows = await trx('appointments')
      .whereIn('document_id', ids.slice(begin, begin + PAGE))
      .where({ venue_key: venueKey })
      .where('ends_at', '>', now)
      .select<Array<{ document_id: string }>>('document_id');
    found.push(...rows.map((row) => row.document_id));
  }
  return found;
}

/** What is to be done about what a comparison found. */
export interface Compared {
  counts: Comparison;
  /** to be sent again, above what Onefit holds */
  raised: Above[];
  /** those of them that have no record here any more */
  adopted: string[];
}

function statusOf(sent: Session | null) {
  return sent?.status ?? null;
}

/**
 * Compares what Onefit holds of a venue with what it was told. A session that nobody here knows
 * cannot be told of: the contract has no word for it but the session itself. It is counted, and
 * Onefit finds it gone when it asks.
 *
 * @param askedAt when Onefit was asked: what was delivered since is not judged
 */
export async function compareHeld(
  trx: Trx,
  venueKey: string,
  held: Held,
  askedAt: Date,
  now: Date,
): Promise<Compared> {
  const counts: Comparison = {
    held: held.size,
    ...{ lost: 0, behind: 0, ahead: 0, differing: 0, unwanted: 0 },
    ...{ unknown: 0, healed: 0 },
  };
  const least = leastVersion(now);
  const raised: Above[] = [];
  const strangers = new Map(held);
  const find = (finding: Finding, subject: string, version: number): boolean => {
    const believable = isBelievable(version, least);
    counts[believable ? finding : 'unknown'] += 1;
    if (believable) raised.push({ subject, held: version });
    return believable;
  };
  for (let after: number | null = 0; after !== null; ) {
    const rows: Row[] = await recordPage(trx, venueKey, after, now);
    for (const row of rows) {
      const atOnefit = held.get(row.subject);
      strangers.delete(row.subject);
      const sent = row.sent_payload === null ? null : (JSON.parse(row.sent_payload) as Session);
      if (isOver(row, sent, now)) continue;
      const expected = { ...row, status: statusOf(sent), settled: isSettled(row, askedAt) };
      const finding = findingOf(expected, atOnefit);
      if (finding) find(finding, row.subject, atOnefit?.version ?? 0);
    }
    after = rows.length < PAGE ? null : (rows[rows.length - 1]?.id ?? null);
  }
  const shown = [...strangers].flatMap(([id, { status }]) => (status === 'scheduled' ? [id] : []));
  const ours = await appointmentsAmong(trx, venueKey, shown, now);
  const adopted = ours.filter((id) => find('unwanted', id, strangers.get(id)?.version ?? 0));
  counts.unknown += shown.length - ours.length;
  counts.healed = raised.length;
  return { counts, raised, adopted };
}
