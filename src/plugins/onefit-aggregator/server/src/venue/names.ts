import { instant } from './ports';
import type { StoredInstant, Trx } from './ports';

/** An appointment as a list names it. */
export interface AppointmentName {
  name: string;
  /** ISO 8601, UTC */
  startsAt: string;
  /** IANA, of its venue */
  timeZone: string;
}

/** The names of venues by document id; those that are gone are missing. */
export async function venueNames(
  trx: Trx,
  documentIds: string[],
): Promise<Record<string, { name: string; timeZone: string }>> {
  const rows = await trx('venues')
    .whereIn('document_id', documentIds)
    .select<
      Array<{ document_id: string; name: string; time_zone: string }>
    >('document_id', 'name', 'time_zone');
  return Object.fromEntries(
    rows.map((row) => [row.document_id, { name: row.name, timeZone: row.time_zone }]),
  );
}

/** The names of appointments by document id; those that are gone are missing. */
export async function appointmentNames(
  trx: Trx,
  documentIds: string[],
): Promise<Record<string, AppointmentName>> {
  const rows = (await trx({ appointment: 'appointments' })
    .join({ activity: 'activities' }, 'activity.document_id', 'appointment.activity_key')
    .join({ venue: 'venues' }, 'venue.document_id', 'appointment.venue_key')
    .whereIn('appointment.document_id', documentIds)
    .select({
      documentId: 'appointment.document_id',
      name: 'activity.name',
      startsAt: 'appointment.starts_at',
      timeZone: 'venue.time_zone',
    })) as unknown as Array<{
    documentId: string;
    name: string;
    startsAt: StoredInstant;
    timeZone: string;
  }>;
  return Object.fromEntries(
    rows.map(({ documentId, name, startsAt, timeZone }) => [
      documentId,
      { name, startsAt: instant(startsAt).toISOString(), timeZone },
    ]),
  );
}
