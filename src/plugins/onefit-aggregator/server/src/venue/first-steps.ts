import type { StoredInstant, Trx } from './ports';

/** Whether aggregators may book anything: an activity, or one appointment by its own rule. */
export async function isAnythingAllowed(trx: Trx): Promise<boolean> {
  const activity: unknown = await trx('activities')
    .where({ aggregator_bookings: 'allowed' })
    .first('id');
  if (activity !== undefined) return true;
  const appointment: unknown = await trx('appointments')
    .where({ aggregator_bookings: 'allowed' })
    .first('id');
  return appointment !== undefined;
}

/** When the first booking of an aggregator was made; null when there is none. */
export async function firstAggregatorBookingAt(trx: Trx): Promise<StoredInstant | null> {
  // A cancellation of a booking that never arrived has no appointment.
  const row: unknown = await trx('bookings')
    .where({ source: 'onefit' })
    .whereNotNull('appointment_key')
    .min('booked_at as booked_at')
    .first();
  return (row as { booked_at: StoredInstant | null } | undefined)?.booked_at ?? null;
}
