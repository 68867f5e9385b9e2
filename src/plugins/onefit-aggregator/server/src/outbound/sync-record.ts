import { SYNC_RECORDS } from '../tables';
import type { StoredInstant, Trx } from '../venue/ports';

export type RecordKind = 'session' | 'booking';

/** What Onefit should know of one appointment or booking, and what it has acknowledged. */
export interface SyncRecord {
  id: number;
  kind: RecordKind;
  subject: string;
  venue_key: string;
  urgent: boolean | number | null;
  desired_version: number;
  acknowledged_version: number;
  refused_version: number;
  refusal_code: string | null;
  refusal_detail: string | null;
  attempts: number;
  lease_token: string | null;
  lease_until: StoredInstant | null;
  fingerprint: string | null;
  sent_payload: string | null;
  acknowledged_at: StoredInstant | null;
  desired_at: StoredInstant | null;
}

/** What makes a record wait, in words that an index knows too. */
export const IS_WAITING = [
  'desired_version > acknowledged_version',
  'desired_version <> refused_version',
];

/** Records that Onefit has not acknowledged and has not refused either. */
export function waiting(trx: Trx) {
  const query = trx(SYNC_RECORDS);
  for (const condition of IS_WAITING) query.whereRaw(condition);
  return query;
}

/** Those of them that nobody is sending just now. */
export function due(trx: Trx, now: Date) {
  return waiting(trx).where(
    (free) => void free.whereNull('lease_until').orWhere('lease_until', '<=', now),
  );
}
