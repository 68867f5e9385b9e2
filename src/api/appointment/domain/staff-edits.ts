import { appointmentsOf } from '../../../domain/services';
import type { Core } from '@strapi/strapi';
import { documentIdOf, guardEdits, takeConsent } from '../../../content/staff-edits';
import type { Edit } from '../../../content/staff-edits';
import { flag, instant } from '../../../database/values';
import type { Trx } from '../../../database/trx';
import { clockOf } from '../../../domain/clock';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import {
  holdActivity,
  keepActivity,
  readActivity,
  rulesOf,
} from '../../activity/domain/activity-row';
import { leaveDateOut } from '../../activity/domain/series/leave-out';
import { APPOINTMENTS } from './appointment-row';
import type { Times } from './moves';
import { resolvedColumns } from './rules';
import type { AppointmentOverride } from './rules';
import { titleOf } from './title';

const UID = 'api::appointment.appointment';

/** What the project keeps by itself; whatever is entered for it is left out. */
const KEPT_BY_ITSELF = ['booked', 'bookedByAggregator', 'title', 'cancelledAt'];

interface EditedRow {
  id: number;
  document_id: string;
  starts_at: Date | number;
  ends_at: Date | number;
  capacity: number | null;
  room: string | null;
  teacher: string | null;
  series_key: string | null;
  aggregator_bookings: AppointmentOverride['aggregatorBookings'];
  aggregator_spot_limit: number | null;
  changed_by_staff: boolean | number | null;
  state: string;
  activity_key: string | null;
}

function found(row: unknown): EditedRow {
  if (row === undefined) {
    throw new Refusal(
      'appointment_not_found',
      say`This appointment does not exist. Reload the page.`,
    );
  }
  return row as EditedRow;
}

async function read(trx: Trx, documentId: string | null): Promise<EditedRow> {
  return found(await trx(APPOINTMENTS).where({ document_id: documentId }).first('*'));
}

/**
 * The same before an edit or a deletion. Whoever edits it at the same time waits here: read side by side,
 * the move that one of them made would be taken for the other's. So does whoever books it.
 */
async function readForEdit(trx: Trx, documentId: string | null): Promise<EditedRow> {
  return found(await trx(APPOINTMENTS).where({ document_id: documentId }).forUpdate().first('*'));
}

async function activityOf(trx: Trx, appointment: EditedRow) {
  const row: unknown = await trx('appointments_activity_lnk')
    .join('activities', 'activities.id', 'appointments_activity_lnk.activity_id')
    .where({ appointment_id: appointment.id })
    .first('activities.document_id');
  const documentId = (row as { document_id: string } | undefined)?.document_id;
  const isNew = appointment.activity_key === null;
  if (documentId !== undefined && isNew) await keepActivity(trx, documentId);
  const activity = documentId === undefined ? null : await readActivity(trx, documentId);
  if (!activity?.venue_key || !activity.time_zone) {
    throw new Refusal(
      'activity_required',
      say`Choose the activity of this appointment; the activity needs a venue.`,
    );
  }
  return { ...activity, venue_key: activity.venue_key, time_zone: activity.time_zone };
}

function assertOrder(row: EditedRow) {
  if (instant(row.ends_at) <= instant(row.starts_at)) {
    throw new Refusal('times_invalid', say`The appointment must end after it starts.`);
  }
}

function timesOf(row: EditedRow): Times {
  return { startsAt: instant(row.starts_at), endsAt: instant(row.ends_at) };
}

/** Reports of past months count on when a booked appointment took place. */
async function assertTimesStay(trx: Trx, before: EditedRow, now: Date) {
  if (instant(before.starts_at) > now) return;
  const after = await read(trx, before.document_id);
  const same =
    instant(after.starts_at).getTime() === instant(before.starts_at).getTime() &&
    instant(after.ends_at).getTime() === instant(before.ends_at).getTime();
  if (same) return;
  const booked: unknown = await trx('bookings')
    .where({ appointment_key: before.document_id })
    .first('id');
  if (booked !== undefined) {
    throw new Refusal(
      'appointment_has_begun',
      say`This appointment has begun and somebody booked it, so its times stay: reports count on them.`,
    );
  }
}

/**
 * Brings the columns that the project keeps in line with what was entered. The rules under which
 * an appointment was booked stay on it once it is over.
 */
async function settle(trx: Trx, documentId: string | null, changedByStaff: boolean, now: Date) {
  const row = await read(trx, documentId);
  assertOrder(row);
  const activity = await activityOf(trx, row);
  if (row.activity_key !== null && row.activity_key !== activity.document_id) {
    throw new Refusal(
      'appointment_keeps_its_activity',
      say`An appointment stays with its activity. Cancel it and make a new one.`,
    );
  }
  const isOver = row.activity_key !== null && instant(row.ends_at) <= now;
  const override: AppointmentOverride = {
    aggregatorBookings: row.aggregator_bookings,
    aggregatorSpotLimit: row.aggregator_spot_limit,
  };
  await trx(APPOINTMENTS)
    .where({ id: row.id })
    .update({
      ...(isOver ? {} : resolvedColumns(rulesOf(activity), override)),
      title: titleOf(activity.name, instant(row.starts_at), activity.time_zone),
      activity_key: activity.document_id,
      venue_key: activity.venue_key,
      capacity: row.capacity ?? activity.capacity,
      room:
        row.series_key === null && row.activity_key === null
          ? (row.room ?? activity.room)
          : row.room,
      teacher:
        row.series_key === null && row.activity_key === null
          ? (row.teacher ?? activity.teacher)
          : row.teacher,
      changed_by_staff: changedByStaff || flag(row.changed_by_staff),
    });
}

function leaveOut(data: Edit['data']) {
  for (const field of KEPT_BY_ITSELF) delete data[field];
}

/**
 * Staff's edits of appointments: the rules are resolved on them at once, a cancellation takes the
 * one way there is, and nothing that somebody booked can be deleted.
 */
export function guardAppointments(strapi: Core.Strapi): void {
  const appointments = () => appointmentsOf(strapi);
  const now = () => clockOf(strapi).now();

  guardEdits(strapi, UID, {
    async create({ trx, data }, proceed) {
      leaveOut(data);
      takeConsent(data);
      if (data.state === 'cancelled') {
        throw new Refusal('state_invalid', say`A new appointment cannot be a cancelled one.`);
      }
      const outcome = await proceed();
      const documentId = documentIdOf(outcome);
      await settle(trx, documentId, true, now());
      await appointments().announce(trx, documentId === null ? [] : [documentId]);
      return outcome;
    },

    async update({ trx, data, documentId, actor }, proceed) {
      leaveOut(data);
      const before = await readForEdit(trx, documentId);
      if (before.state === 'cancelled') {
        throw new Refusal(
          'appointment_cancelled',
          say`A cancelled appointment cannot be changed or brought back. Make a new one.`,
        );
      }
      const confirmed = takeConsent(data);
      const cancels = data.state === 'cancelled';
      const reason = data.cancellationReason;
      if (cancels) delete data.state;
      const outcome = await proceed();
      await assertTimesStay(trx, before, now());
      await settle(trx, documentId, true, now());
      if (cancels) {
        await appointments().cancel(before.document_id, typeof reason === 'string' ? reason : '', {
          actor,
          confirmed,
        });
      } else {
        const after = await read(trx, documentId);
        const move = {
          documentId: before.document_id,
          before: timesOf(before),
          after: timesOf(after),
        };
        await appointments().settleMoves(trx, [move], { confirmed });
        await appointments().announce(trx, [before.document_id]);
      }
      return outcome;
    },

    async delete({ trx, documentId }, proceed) {
      const { activity_key } = await read(trx, documentId);
      if (activity_key !== null) await holdActivity(trx, activity_key);
      const row = await readForEdit(trx, documentId);
      const booked: unknown = await trx('bookings')
        .where({ appointment_key: row.document_id })
        .first('id');
      if (booked !== undefined) {
        throw new Refusal(
          'appointment_has_bookings',
          say`Somebody booked this appointment, so it cannot be deleted. Cancel it instead: its bookings end and customers are told.`,
        );
      }
      const outcome = await proceed();
      await leaveDateOut(trx, row, now());
      await appointments().announce(trx, [row.document_id]);
      return outcome;
    },

    async clone() {
      throw new Refusal('clone_refused', say`An appointment cannot be duplicated. Make a new one.`);
    },
  });
}
