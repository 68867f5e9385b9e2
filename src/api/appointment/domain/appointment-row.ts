import type { Trx } from '../../../database/trx';
import type { StoredInstant } from '../../../database/values';

/** The table of `api::appointment.appointment`. */
export const APPOINTMENTS = 'appointments';

/** An appointment's row, with the rules resolved on it, as far as deciding a booking needs it. */
export interface AppointmentRow {
  id: number;
  document_id: string;
  venue_key: string;
  activity_key: string;
  state: 'scheduled' | 'cancelled';
  starts_at: StoredInstant;
  ends_at: StoredInstant;
  capacity: number;
  booked: number;
  booked_by_aggregator: number;
  aggregator_allowed: boolean | number | null;
  spot_limit: number | null;
  booking_opens_minutes: number | null;
  booking_closes_minutes: number;
  late_cancel_minutes: number;
}

/** The columns of {@link AppointmentRow}. */
export const APPOINTMENT_COLUMNS = [
  'id',
  'document_id',
  'venue_key',
  'activity_key',
  'state',
  'starts_at',
  'ends_at',
  'capacity',
  'booked',
  'booked_by_aggregator',
  'aggregator_allowed',
  'spot_limit',
  'booking_opens_minutes',
  'booking_closes_minutes',
  'late_cancel_minutes',
] as const;

/** Reads one appointment by its document id; null when there is none. */
export async function readAppointment(
  trx: Trx,
  documentId: string,
): Promise<AppointmentRow | null> {
  const row: unknown = await trx(APPOINTMENTS)
    .where({ document_id: documentId })
    .first([...APPOINTMENT_COLUMNS]);
  return (row as AppointmentRow | undefined) ?? null;
}
