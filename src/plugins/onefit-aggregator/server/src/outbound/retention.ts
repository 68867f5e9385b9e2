import { SYNC_RECORDS } from '../tables';
import type { Trx } from '../venue/ports';
import { IS_ANSWERED, isFree } from './sync-record';

/**
 * How long the record of a session is kept once its appointment is over or gone, in days: whoever
 * asks for a session of the past year is answered.
 */
export const SESSION_DAYS = 400;

/** How long the record of a booking's outcome is kept once Onefit has answered it, in days. */
export const OUTCOME_DAYS = 90;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Records in one statement: short enough that a change waits for none of them. */
const BATCH = 500;

function appointmentOf(trx: Trx) {
  return trx('appointments').whereRaw(`appointments.document_id = ${SYNC_RECORDS}.subject`);
}

/**
 * Records of which Onefit will never be told anything again. A version that is needed later all
 * the same is above that of a forgotten record, since versions follow the clock.
 */
function old(trx: Trx, now: Date) {
  const sessionsBefore = new Date(now.getTime() - SESSION_DAYS * DAY_MS);
  const outcomesBefore = new Date(now.getTime() - OUTCOME_DAYS * DAY_MS);
  return trx(SYNC_RECORDS)
    .where(isFree(now))
    .where((either) => {
      void either
        .where((outcome) => {
          void outcome
            .where({ kind: 'booking' })
            .whereRaw(IS_ANSWERED)
            .where('desired_at', '<', outcomesBefore);
        })
        .orWhere((over) => {
          void over
            .where({ kind: 'session' })
            .whereExists(appointmentOf(trx).where('ends_at', '<', sessionsBefore).select('id'));
        })
        .orWhere((gone) => {
          void gone
            .where({ kind: 'session' })
            .whereRaw(IS_ANSWERED)
            .where('desired_at', '<', sessionsBefore)
            .whereNotExists(appointmentOf(trx).select('id'));
        });
    });
}

/**
 * Forgets old records, in short statements one by one; one that changes at this moment is left.
 *
 * @returns how many were forgotten
 */
export async function forgetOldRecords(trx: Trx, now: Date): Promise<number> {
  let forgotten = 0;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const ids: number[] = await old(trx, now)
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .pluck<number[]>('id');
    if (ids.length > 0) forgotten += await old(trx, now).whereIn('id', ids).delete();
    after = ids.length < BATCH ? undefined : ids[ids.length - 1];
  }
  return forgotten;
}
