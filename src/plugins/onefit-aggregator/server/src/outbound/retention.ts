import { SYNC_RECORDS } from '../tables';
import { deleteInBatches } from '../venue/delete-in-batches';
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

function appointmentOf(trx: Trx) {
  return trx('appointments').whereRaw(`appointments.document_id = ${SYNC_RECORDS}.subject`);
}

/**
 * A condition: Onefit will never be told anything of the record again. A version that is needed later all
 * the same is above that of a forgotten record, since versions follow the clock.
 */
function isOld(trx: Trx, now: Date) {
  const sessionsBefore = new Date(now.getTime() - SESSION_DAYS * DAY_MS);
  const outcomesBefore = new Date(now.getTime() - OUTCOME_DAYS * DAY_MS);
  return (record: ReturnType<Trx>) =>
    void record.where(isFree(now)).where((either) => {
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

/** Forgets old records; gives how many there were. */
export function forgetOldRecords(trx: Trx, now: Date): Promise<number> {
  return deleteInBatches(trx, SYNC_RECORDS, isOld(trx, now));
}
