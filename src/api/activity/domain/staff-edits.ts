import { activitiesOf, appointmentsOf } from '../../../domain/services';
import type { Core } from '@strapi/strapi';
import { updateEach } from '../../../database/update-each';
import type { Trx } from '../../../database/trx';
import { instant } from '../../../database/values';
import type { StoredInstant } from '../../../database/values';
import { documentIdOf, guardEdits, takeConsent } from '../../../content/staff-edits';
import { clockOf } from '../../../domain/clock';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import { APPOINTMENTS } from '../../appointment/domain/appointment-row';
import { resolveRulesOfActivity } from '../../appointment/domain/resolve';
import { titleOf } from '../../appointment/domain/title';
import { ACTIVITIES, holdActivity, readActivity, rulesOf } from './activity-row';
import type { ActivityRow } from './activity-row';
import { parseRecurrence, RecurrenceError } from './recurrence';
import type { RuleConsent } from '../services/activity';

const UID = 'api::activity.activity';

/** What the appointments take from their activity until staff give them their own. */
const INHERITED = ['capacity', 'room', 'teacher'] as const;

function assertReadable(rule: string | null): void {
  if (!rule) return;
  try {
    parseRecurrence(rule);
  } catch (error) {
    if (error instanceof RecurrenceError) throw new Refusal(error.code, error.sentence);
    throw error;
  }
}

/** Lets coming appointments that have what their activity had follow it to what it has now. */
export async function followInherited(
  trx: Trx,
  before: ActivityRow,
  after: ActivityRow,
  now: Date,
): Promise<void> {
  for (const field of INHERITED) {
    if (before[field] === after[field]) continue;
    await trx(APPOINTMENTS)
      .where({ activity_key: after.document_id, [field]: before[field], state: 'scheduled' })
      .where('ends_at', '>', now)
      .update({ [field]: after[field], updated_at: now });
  }
}

async function retitle(trx: Trx, activity: ActivityRow) {
  const rows = await trx(APPOINTMENTS)
    .where({ activity_key: activity.document_id })
    .select<Array<{ id: number; starts_at: StoredInstant }>>('id', 'starts_at');
  const zone = activity.time_zone ?? 'UTC';
  await updateEach(
    trx,
    APPOINTMENTS,
    'title',
    rows.map((row) => ({
      id: row.id,
      value: titleOf(activity.name, instant(row.starts_at), zone),
    })),
  );
}

async function assertStaysAtItsVenue(trx: Trx, before: ActivityRow, after: ActivityRow) {
  if (before.venue_key === null || before.venue_key === after.venue_key) return;
  const held: unknown = await trx(APPOINTMENTS)
    .where({ activity_key: after.document_id })
    .first('id');
  if (held !== undefined) {
    throw new Refusal(
      'activity_has_appointments',
      say`This activity has appointments, so it stays at its venue. Make a new activity at the other venue.`,
    );
  }
}

/** Holds the activity and all its appointments: nobody can book one any more, or make another. */
async function holdWithAppointments(trx: Trx, activity: string): Promise<string[]> {
  await holdActivity(trx, activity);
  const rows = await trx(APPOINTMENTS)
    .where({ activity_key: activity })
    .orderBy('id')
    .forUpdate()
    .select<Array<{ document_id: string }>>('document_id');
  return rows.map((row) => row.document_id);
}

async function assertUnbooked(trx: Trx, activity: string) {
  const booked: unknown = await trx('bookings')
    .join(APPOINTMENTS, `${APPOINTMENTS}.document_id`, 'bookings.appointment_key')
    .where({ activity_key: activity })
    .first('bookings.id');
  if (booked !== undefined) {
    throw new Refusal(
      'activity_has_bookings',
      say`This activity has bookings, so it cannot be deleted. Cancel its coming appointments, or remove its repetition.`,
    );
  }
}

async function current(trx: Trx, documentId: string | null): Promise<ActivityRow> {
  const row = documentId === null ? null : await readActivity(trx, documentId);
  if (!row)
    throw new Refusal('activity_not_found', say`This activity does not exist. Reload the page.`);
  return row;
}

/**
 * Staff's edits of activities: saving makes the appointments, resolves the rules on them, and lets
 * those that follow the activity follow it, all in the transaction of the edit.
 */
export function guardActivities(strapi: Core.Strapi): void {
  const activities = () => activitiesOf(strapi);
  const appointments = () => appointmentsOf(strapi);

  async function settle(trx: Trx, activity: ActivityRow, consent: RuleConsent) {
    await trx(ACTIVITIES).where({ id: activity.id }).update({ venue_key: activity.venue_key });
    await activities().expand(activity.document_id, consent);
  }

  guardEdits(strapi, UID, {
    async create({ trx, data }, proceed) {
      takeConsent(data);
      const outcome = await proceed();
      const activity = await current(trx, documentIdOf(outcome));
      assertReadable(activity.recurrence_rule);
      await settle(trx, activity, { confirmed: true, ruleChanged: false });
      return outcome;
    },

    async update({ trx, documentId, data }, proceed) {
      const confirmed = takeConsent(data);
      if (documentId !== null) await holdActivity(trx, documentId);
      const before = await current(trx, documentId);
      const outcome = await proceed();
      const after = await current(trx, documentId);
      assertReadable(after.recurrence_rule);
      await assertStaysAtItsVenue(trx, before, after);
      const now = clockOf(strapi).now();
      await resolveRulesOfActivity(trx, after.document_id, rulesOf(after), now);
      await followInherited(trx, before, after, now);
      if (before.name !== after.name) await retitle(trx, after);
      const ruleChanged = before.recurrence_rule !== after.recurrence_rule;
      await settle(trx, after, { confirmed, ruleChanged });
      await appointments().announceAllOf(trx, { activity_key: after.document_id });
      return outcome;
    },

    async delete({ trx, documentId }, proceed) {
      const activity = await current(trx, documentId);
      const deleted = await holdWithAppointments(trx, activity.document_id);
      await assertUnbooked(trx, activity.document_id);
      await trx(APPOINTMENTS).where({ activity_key: activity.document_id }).delete();
      const outcome = await proceed();
      await appointments().announce(trx, deleted);
      return outcome;
    },
  });
}
