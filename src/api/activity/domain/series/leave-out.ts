import type { Trx } from '../../../../database/trx';
import { Refusal } from '../../../../domain/refusal';
import { ACTIVITIES, readActivity } from '../activity-row';
import type { ActivityRow } from '../activity-row';
import { parseRecurrence, RecurrenceError, toInstant, withoutOccurrence } from '../recurrence';
import type { LocalDateTime, Repetition } from '../recurrence';
import { giverOf } from './change-rule';
import { localStartOf } from './edit-following';

/** What is under way in a transaction: the content manager deletes several at once in one. */
const underWay = new WeakMap<object, Promise<unknown>>();

function inTurn(trx: Trx, work: () => Promise<void>): Promise<void> {
  const turn = (underWay.get(trx) ?? Promise.resolve()).then(work);
  underWay.set(
    trx,
    turn.catch(() => undefined),
  );
  return turn;
}

/** Blank where the rule cannot be read: then it gives no dates either. */
function readable(rule: string | null): Repetition[] {
  try {
    return parseRecurrence(rule ?? '');
  } catch (error) {
    if (error instanceof RecurrenceError) return [];
    throw error;
  }
}

function without(rule: Repetition[], localStart: LocalDateTime): string {
  try {
    return withoutOccurrence(rule, localStart);
  } catch (error) {
    if (error instanceof RecurrenceError) throw new Refusal(error.code, error.sentence);
    throw error;
  }
}

async function leaveOut(
  trx: Trx,
  activity: ActivityRow,
  localStart: LocalDateTime,
  now: Date,
): Promise<void> {
  // What is past is never made anew, and a rule has room for so many exceptions only.
  if (activity.time_zone && toInstant(localStart, activity.time_zone) < now) return;
  const rule = readable(activity.recurrence_rule);
  if (giverOf(rule, localStart) === -1) return;
  await trx(ACTIVITIES)
    .where({ id: activity.id })
    .update({ recurrence_rule: without(rule, localStart), updated_at: now });
}

/**
 * Takes the date of an appointment that staff delete out of its activity's rule, so that it is not made
 * anew the next night. The caller holds the activity's row.
 *
 * @throws Refusal `recurrence_invalid` when the rule has no room for one more exception
 */
export async function leaveDateOut(
  trx: Trx,
  deleted: { series_key: string | null; activity_key: string | null },
  now: Date,
): Promise<void> {
  const { series_key, activity_key } = deleted;
  if (series_key === null || activity_key === null) return;
  const localStart = localStartOf({ series_key, activity_key });
  if (localStart === null) return;
  await inTurn(trx, async () => {
    const activity = await readActivity(trx, activity_key);
    if (activity) await leaveOut(trx, activity, localStart, now);
  });
}
