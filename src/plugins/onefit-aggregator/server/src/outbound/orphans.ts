import { SYNC_RECORDS } from '../tables';
import type { Trx } from '../venue/ports';
import { fingerprint } from '../wire/session';
import { endAsSent, withdrawn } from './payload';
import { IS_ANSWERED, IS_REFUSED, isFree } from './sync-record';
import type { SyncRecord } from './sync-record';

/** Rows in one statement. */
const PAGE = 500;

type Orphan = Pick<
  SyncRecord,
  'id' | 'subject' | 'desired_version' | 'refused_version' | 'fingerprint' | 'sent_payload'
>;

const COLUMNS = [
  'id',
  'subject',
  'desired_version',
  'refused_version',
  'fingerprint',
  'sent_payload',
];

/** Records of sessions whose appointment, or its activity, is gone. */
function gone(trx: Trx) {
  return trx({ record: SYNC_RECORDS })
    .leftJoin({ appointment: 'appointments' }, 'appointment.document_id', 'record.subject')
    .leftJoin({ activity: 'activities' }, 'activity.document_id', 'appointment.activity_key')
    .where('record.kind', 'session')
    .whereNull('activity.id');
}

/** Reads records page by page: what was deleted is kept for a year, with what was sent of it. */
async function* pages(trx: Trx, found: ReturnType<typeof gone>): AsyncGenerator<Orphan[]> {
  const ids = await found.pluck<number[]>('record.id');
  for (let begin = 0; begin < ids.length; begin += PAGE) {
    yield await trx(SYNC_RECORDS)
      .whereIn('id', ids.slice(begin, begin + PAGE))
      .select<Orphan[]>(COLUMNS);
  }
}

/** Whether nobody need hear of it any more: it has ended, as it was last sent, or never was. */
function isOver({ sent_payload }: Orphan, now: Date): boolean {
  const end = endAsSent(sent_payload);
  return end === null || end <= now;
}

/** Whether Onefit refused the withdrawal itself: that is sent again when staff press Retry. */
function isWithdrawalRefused(record: Orphan): boolean {
  if (record.desired_version !== record.refused_version) return false;
  const withdrawal = withdrawn(record);
  return withdrawal !== null && fingerprint(withdrawal) === record.fingerprint;
}

/**
 * Sessions that Onefit still shows and whose appointment, or its activity, is gone without a word:
 * neither those that are over, nor those of which it refused to hear.
 */
export async function orphans(trx: Trx, now: Date): Promise<string[]> {
  const found: string[] = [];
  const shown = gone(trx)
    .whereRaw(IS_ANSWERED)
    .where('record.sent_payload', 'not like', '%"status":"withdrawn"%')
    .where('record.sent_payload', 'not like', '%"status":"cancelled"%');
  for await (const page of pages(trx, shown)) {
    const untold = page.filter((record) => !isOver(record, now) && !isWithdrawalRefused(record));
    found.push(...untold.map(({ subject }) => subject));
  }
  return found;
}

/**
 * Closes refusals of sessions that are gone, and are over or were never taken: nothing is left to tell,
 * and nothing that staff could mend. Should Onefit show one that it never took, the comparison finds it.
 *
 * @returns how many were closed
 */
export async function closeRefusals(trx: Trx, now: Date): Promise<number> {
  let closed = 0;
  for await (const page of pages(trx, gone(trx).whereRaw(IS_REFUSED))) {
    const over = page.filter((record) => isOver(record, now));
    if (over.length === 0) continue;
    closed += await trx(SYNC_RECORDS)
      .whereIn(
        'id',
        over.map(({ id }) => id),
      )
      .whereRaw(IS_REFUSED)
      .where(isFree(now))
      .update({
        acknowledged_version: trx.ref('desired_version'),
        acknowledged_at: now,
        refused_version: 0,
        refusal_code: null,
        refusal_detail: null,
      });
  }
  return closed;
}
