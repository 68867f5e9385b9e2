import { writeActivities } from '../activity-log/write';
import { SYNC_RECORDS } from '../tables';
import type { Trx } from '../venue/ports';
import { markSessions } from './mark';

/** What a record without a refusal looks like. */
const NOT_REFUSED = { refused_version: 0, refusal_code: null, refusal_detail: null };

/** Takes Onefit's refusal of a session back: it is due again, under a new version. */
export async function retrySession(
  trx: Trx,
  documentId: string,
  actor: string | null,
  now: Date,
): Promise<void> {
  await trx(SYNC_RECORDS).where({ kind: 'session', subject: documentId }).update(NOT_REFUSED);
  await markSessions(trx, [documentId], now);
  const deed = { kind: 'retry_asked', outcome: 'done', source: 'staff' } as const;
  await writeActivities(trx, [{ ...deed, actor, appointment: documentId }], now);
}

/**
 * Makes everything due again that Onefit refused, sessions and bookings alike.
 *
 * @returns how many there were
 */
export function retryRefused(trx: Trx): Promise<number> {
  return trx(SYNC_RECORDS).whereRaw('desired_version = refused_version').update(NOT_REFUSED);
}
