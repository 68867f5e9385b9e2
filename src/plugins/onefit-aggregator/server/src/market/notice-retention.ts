import { NOTICES } from '../tables';
import type { Trx } from '../venue/ports';

/** How long a notice, and with it the contact's address, is kept once it is sent or given up, in days. */
export const NOTICE_DAYS = 90;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Notices in one statement. */
const BATCH = 500;

/** Notices of which nothing will become any more. */
function old(trx: Trx, now: Date) {
  const before = new Date(now.getTime() - NOTICE_DAYS * DAY_MS);
  return trx(NOTICES).where(
    (done) => void done.where('sent_at', '<', before).orWhere('given_up_at', '<', before),
  );
}

/**
 * Forgets notices that were sent or given up long ago, in short statements one by one. One that still
 * waits is kept.
 *
 * @returns how many were forgotten
 */
export async function forgetOldNotices(trx: Trx, now: Date): Promise<number> {
  let forgotten = 0;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const ids: number[] = await old(trx, now)
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .pluck<number[]>('id');
    if (ids.length > 0) forgotten += await trx(NOTICES).whereIn('id', ids).delete();
    after = ids.length < BATCH ? undefined : ids[ids.length - 1];
  }
  return forgotten;
}
