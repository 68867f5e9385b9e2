import type { Trx } from '../../../database/trx';
import { instant } from '../../../database/values';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import { APPOINTMENTS, readAppointment } from './appointment-row';
import type { AppointmentRow } from './appointment-row';

const LONGEST_REASON = 500;

function checkedReason(reason: string): string {
  const trimmed = reason.trim();
  if (trimmed === '' || trimmed.length > LONGEST_REASON) {
    throw new Refusal(
      'reason_required',
      say`Say in 1 to ${LONGEST_REASON} characters why the appointment is cancelled; customers read it.`,
    );
  }
  return trimmed;
}

/**
 * Makes an appointment one that will not take place. Final: it never comes back. Gives null when
 * it was cancelled before, so that pressing twice does nothing twice.
 *
 * @throws Refusal `reason_required`, `appointment_not_found`, `appointment_over`
 */
export async function cancelAppointment(
  trx: Trx,
  documentId: string,
  reason: string,
  now: Date,
): Promise<AppointmentRow | null> {
  const cancellation_reason = checkedReason(reason);
  const appointment = await readAppointment(trx, documentId);
  if (!appointment) {
    throw new Refusal(
      'appointment_not_found',
      say`This appointment does not exist. Reload the page.`,
    );
  }
  if (appointment.state === 'cancelled') return null;
  if (instant(appointment.ends_at) <= now) {
    throw new Refusal(
      'appointment_over',
      say`This appointment is over, so it can no longer be cancelled.`,
    );
  }
  const changed: number = await trx(APPOINTMENTS)
    .where({ id: appointment.id, state: 'scheduled' })
    .update({ state: 'cancelled', cancelled_at: now, cancellation_reason, updated_at: now });
  return changed === 1 ? { ...appointment, state: 'cancelled' } : null;
}
