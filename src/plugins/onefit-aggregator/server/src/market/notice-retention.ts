import { NOTICES } from '../tables';
import { deleteInBatches } from '../venue/delete-in-batches';
import type { Trx } from '../venue/ports';

/** How long a notice, and with it the contact's address, is kept once it is sent or given up, in days. */
export const NOTICE_DAYS = 90;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Forgets notices that were sent or given up long ago. One that still waits is kept.
 *
 * @returns how many were forgotten
 */
export function forgetOldNotices(trx: Trx, now: Date): Promise<number> {
  const before = new Date(now.getTime() - NOTICE_DAYS * DAY_MS);
  return deleteInBatches(trx, NOTICES, (notice) => {
    void notice.where('sent_at', '<', before).orWhere('given_up_at', '<', before);
  });
}
