import type { Trx } from '../../../../database/trx';
import { flag } from '../../../../database/values';
import { APPOINTMENTS } from '../../../appointment/domain/appointment-row';
import { BOOKINGS } from '../../../booking/domain/booking-row';
import { ACTIVITIES } from '../activity-row';
import { endBefore, formatRecurrence, parseRecurrence } from '../recurrence';
import { giverOf } from './change-rule';
import { readEditable } from './edit-appointment';
import { localStartOf, membersOf } from './edit-following';
import { notInSeries } from './refusals';
import { factsOf, readRows } from './series-row';

/** What is to become of the appointments of a series that ends. */
export interface EndedSeries {
  /** gone: nobody ever booked them */
  removed: string[];
  /** still there: they have to be cancelled, so that everybody hears of it */
  toCancel: string[];
}

async function removeUnbooked(trx: Trx, documentId: string): Promise<boolean> {
  const row: unknown = await trx(APPOINTMENTS)
    .where({ document_id: documentId })
    .first('changed_by_staff');
  if (flag((row as { changed_by_staff: boolean | number | null }).changed_by_staff)) return false;
  const removed: number = await trx(APPOINTMENTS)
    .where({ document_id: documentId, booked: 0 })
    .whereNotExists(trx(BOOKINGS).select('id').where({ appointment_key: documentId }))
    .delete();
  return removed === 1;
}

/**
 * Ends a series before one of its dates, that one included in what no longer takes place, inside
 * the caller's transaction. What nobody booked and staff never touched is gone; the rest is the
 * caller's to cancel.
 *
 * @throws Refusal as `readEditable` says, and `not_in_series`
 */
export async function endSeries(trx: Trx, documentId: string, now: Date): Promise<EndedSeries> {
  const { row, activity } = await readEditable(trx, documentId, now);
  const rule = parseRecurrence(activity.recurrence_rule ?? '');
  const localStart = localStartOf(row);
  const place = localStart === null ? -1 : giverOf(rule, localStart);
  const block = rule[place];
  if (localStart === null || !block) throw notInSeries();
  const recurrence_rule = formatRecurrence([
    ...rule.slice(0, place),
    ...parseRecurrence(endBefore([block], localStart)),
    ...rule.slice(place + 1),
  ]);
  await trx(ACTIVITIES).where({ id: activity.id }).update({ recurrence_rule, updated_at: now });
  const rows = await readRows(trx, { activity_key: activity.document_id });
  const ended: EndedSeries = { removed: [], toCancel: [] };
  for (const member of membersOf(rows, rule, place, localStart)) {
    const { document_id, state } = member.row;
    if (state === 'cancelled' || factsOf(member.row).endsAt <= now) continue;
    ((await removeUnbooked(trx, document_id)) ? ended.removed : ended.toCancel).push(document_id);
  }
  return ended;
}
