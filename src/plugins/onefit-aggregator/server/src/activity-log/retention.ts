import { ACTIVITY_DAYS } from '../../../shared/activity-log';
import { ACTIVITY_LOG } from '../tables';
import type { Trx } from '../venue/ports';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Rows in one statement: short enough that a booking waits for none of them. */
const BATCH = 500;
/** The most batches of one night; the next one goes on. */
const BATCHES = 2_000;

/**
 * Forgets what is older than the log keeps, in short statements one by one.
 *
 * @returns how many entries were forgotten
 */
export async function forgetOldActivities(trx: Trx, now: Date): Promise<number> {
  const before = new Date(now.getTime() - ACTIVITY_DAYS * DAY_MS);
  let forgotten = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const rows = await trx(ACTIVITY_LOG)
      .where('at', '<', before)
      .orderBy(['at', 'id'])
      .limit(BATCH)
      .select<Array<{ id: number }>>('id');
    if (rows.length === 0) break;
    forgotten += await trx(ACTIVITY_LOG)
      .whereIn(
        'id',
        rows.map((row) => row.id),
      )
      .delete();
  }
  return forgotten;
}
