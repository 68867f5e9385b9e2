import { writeActivities } from '../activity-log/write';
import { SYNC_RECORDS } from '../tables';
import type { Trx } from '../venue/ports';
import { tryAtOnce } from './connection';
import { markSessions } from './mark';
import { IS_REFUSED } from './sync-record';

/** What a record without a refusal looks like. */
const NOT_REFUSED = { refused_version: 0, refusal_code: null, refusal_detail: null };

/**
 * Takes Onefit's refusal of a session back: it is due again, under a new version, and its venue's
 * connection is tried at once.
 */
export async function retrySession(
  trx: Trx,
  documentId: string,
  actor: string | null,
  now: Date,
): Promise<void> {
  const record = { kind: 'session', subject: documentId };
  await trx(SYNC_RECORDS).where(record).update(NOT_REFUSED);
  const row: unknown = await trx(SYNC_RECORDS).where(record).first('venue_key');
  if (row !== undefined) await tryAtOnce(trx, (row as { venue_key: string }).venue_key);
  await markSessions(trx, [documentId], now);
  const deed = { kind: 'retry_asked', outcome: 'done', source: 'staff' } as const;
  await writeActivities(trx, [{ ...deed, actor, appointment: documentId }], now);
}

/**
 * Makes everything due again that Onefit refused, sessions and bookings alike, and has connections
 * that fail tried at once.
 *
 * @returns how many were refused
 */
export async function retryAll(trx: Trx): Promise<number> {
  await tryAtOnce(trx, null);
  return trx(SYNC_RECORDS).whereRaw(IS_REFUSED).update(NOT_REFUSED);
}
