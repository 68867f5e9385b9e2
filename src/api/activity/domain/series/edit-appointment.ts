import type { Trx } from '../../../../database/trx';
import { Refusal } from '../../../../domain/refusal';
import { say } from '../../../../domain/sentence';
import { APPOINTMENTS } from '../../../appointment/domain/appointment-row';
import { holdActivity, readActivity } from '../activity-row';
import { RecurrenceError } from '../recurrence';
import { agree, GROUPS } from './changes';
import type { EditRequest, Facts, Group } from './changes';
import { editFollowing } from './edit-following';
import type { Written } from './edit-following';
import { appointmentNotFound, timeIsOver, timesInvalid } from './refusals';
import { columnsOf, factsOf, readRows } from './series-row';
import type { PlacedActivity, SeriesRow } from './series-row';

const MINUTE = 60_000;
const LONGEST_MINUTES = 24 * 60;

/**
 * Reads an appointment that can still be edited, and its activity, whose row is held until the
 * transaction ends: two edits of one series come one after the other.
 *
 * @throws Refusal `appointment_not_found`, `appointment_cancelled`, `appointment_over`,
 *   `activity_required`
 */
export async function readEditable(
  trx: Trx,
  documentId: string,
  now: Date,
): Promise<{ row: SeriesRow; activity: PlacedActivity }> {
  const [found] = await readRows(trx, { document_id: documentId });
  if (!found) throw appointmentNotFound();
  await holdActivity(trx, found.activity_key);
  const activity = await readActivity(trx, found.activity_key);
  if (!activity?.time_zone) {
    throw new Refusal(
      'activity_required',
      say`The activity of this appointment has no venue. Choose its venue first.`,
    );
  }
  const [row] = await readRows(trx, { document_id: documentId });
  if (!row) throw appointmentNotFound();
  if (row.state === 'cancelled') {
    throw new Refusal(
      'appointment_cancelled',
      say`A cancelled appointment cannot be changed or brought back. Make a new one.`,
    );
  }
  if (factsOf(row).endsAt <= now) {
    throw new Refusal(
      'appointment_over',
      say`This appointment is over. Choose one that is to come.`,
    );
  }
  return { row, activity: { ...activity, time_zone: activity.time_zone } };
}

/** What the chosen appointment is to have: a new start alone keeps its length. */
function wantedFacts(before: Facts, changes: Partial<Facts>): Facts {
  const startsAt = changes.startsAt ?? before.startsAt;
  const length = before.endsAt.getTime() - before.startsAt.getTime();
  const endsAt = changes.endsAt ?? new Date(startsAt.getTime() + length);
  const minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE;
  if (minutes <= 0) throw timesInvalid(say`The appointment must end after it starts.`);
  if (minutes > LONGEST_MINUTES) {
    throw timesInvalid(say`An appointment lasts at most 24 hours. Choose an earlier end.`);
  }
  if (!Number.isInteger(minutes) || startsAt.getTime() % MINUTE !== 0) {
    throw timesInvalid(say`Give whole minutes for the start and the end.`);
  }
  return { ...before, ...changes, startsAt, endsAt };
}

async function editOne(
  trx: Trx,
  activity: PlacedActivity,
  row: SeriesRow,
  wanted: Facts,
  now: Date,
): Promise<Written> {
  const before = factsOf(row);
  if ((Object.keys(GROUPS) as Group[]).every((group) => agree(before, wanted, group))) {
    return { changed: [], moves: [], kept: 0 };
  }
  await trx(APPOINTMENTS)
    .where({ id: row.id })
    .update({ ...columnsOf(activity, wanted), changed_by_staff: true, updated_at: now });
  const move = { documentId: row.document_id, before, after: wanted };
  return {
    changed: [row.document_id],
    moves: agree(before, wanted, 'time') ? [] : [move],
    kept: 0,
  };
}

/**
 * Edits an appointment, or its series from there on, inside the caller's transaction; see
 * `editFollowing`. Who feels it is not asked here.
 *
 * @throws Refusal as `readEditable` and `editFollowing` say, `times_invalid`, `recurrence_invalid`
 */
export async function editAppointment(
  trx: Trx,
  documentId: string,
  request: EditRequest,
  now: Date,
): Promise<Written & { activity: string }> {
  const { row, activity } = await readEditable(trx, documentId, now);
  const wanted = wantedFacts(factsOf(row), request.changes);
  if (wanted.endsAt <= now) throw timeIsOver();
  try {
    const written =
      request.scope === 'this'
        ? await editOne(trx, activity, row, wanted, now)
        : await editFollowing(trx, activity, row, wanted, request, now);
    return { ...written, activity: activity.document_id };
  } catch (error) {
    if (error instanceof RecurrenceError) throw new Refusal(error.code, error.sentence);
    throw error;
  }
}
