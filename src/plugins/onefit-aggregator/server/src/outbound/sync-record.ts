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

/** Records that Onefit has not acknowledged and has not refused either, being sent or not. */
export function waiting(trx: Trx) {
  const query = trx(SYNC_RECORDS);
  for (const condition of IS_WAITING) query.whereRaw(condition);
  return query;
}

/** What makes a record answered: Onefit has its newest version, or refused it. */
export const IS_ANSWERED = 'desired_version IN (acknowledged_version, refused_version)';

/** What makes a record refused, in words that an index knows too. */
export const IS_REFUSED = 'desired_version = refused_version';

/** Records as `record`, but for those of appointments that are over: of them Onefit need not hear. */
function ofWhatIsAhead(trx: Trx, conditions: string[], now: Date) {
  const query = trx({ record: SYNC_RECORDS })
    .leftJoin({ appointment: 'appointments' }, (on) => {
      on.on('appointment.document_id', '=', 'record.subject').andOn(
        trx.raw("record.kind = 'session'"),
      );
    })
    .where(
      (ahead) => void ahead.whereNull('appointment.id').orWhere('appointment.ends_at', '>', now),
    );
  for (const condition of conditions) query.whereRaw(condition);
  return query;
}

/** What Onefit should hear and has not: outcomes of bookings, and sessions that are not over. */
export function outstanding(trx: Trx, now: Date) {
  return ofWhatIsAhead(trx, IS_WAITING, now);
}

/** What Onefit refused and may still be mended. */
export function refused(trx: Trx, now: Date) {
  return ofWhatIsAhead(trx, [IS_REFUSED], now);
}

/** A condition: nobody is sending the record just now. */
export function isFree(now: Date) {
  return (record: ReturnType<Trx>) =>
    void record.whereNull('lease_until').orWhere('lease_until', '<=', now);
}

/** Those that wait, over or not, and that nobody is sending just now. */
export function due(trx: Trx, now: Date) {
  return waiting(trx).where(isFree(now));
}
