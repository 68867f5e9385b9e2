import type { Knex } from '../../../database/trx';
import { ACTIVE_STATES } from './booking-row';

/** Something that is not as it must be; `subject` is a document id. */
export interface Finding {
  kind: 'counter_differs' | 'active_key_differs' | 'active_in_cancelled' | 'no_appointment';
  subject: string;
  message: string;
}

interface CounterRow {
  document_id: string;
  booked: number;
  booked_by_aggregator: number;
  rows: string | number | null;
  aggregator_rows: string | number | null;
}

const COUNTER_COLUMNS = [
  'placed.document_id',
  'placed.booked',
  'placed.booked_by_aggregator',
  'held.total as rows',
  'held.onefit as aggregator_rows',
];

async function counters(knex: Knex): Promise<Finding[]> {
  const held = knex('bookings')
    .whereIn('state', [...ACTIVE_STATES])
    .groupBy('appointment_key')
    .select('appointment_key')
    .count({ total: '*' })
    .sum({ onefit: knex.raw("CASE WHEN source = 'onefit' THEN 1 ELSE 0 END") })
    .as('held');
  const rows = await knex({ placed: 'appointments' })
    .leftJoin(held, 'held.appointment_key', 'placed.document_id')
    .whereRaw(
      '(placed.booked <> COALESCE(held.total, 0) OR placed.booked_by_aggregator <> COALESCE(held.onefit, 0))',
    )
    .select<CounterRow[]>(COUNTER_COLUMNS);
  return rows.map((row) => ({
    kind: 'counter_differs',
    subject: row.document_id,
    message: `counts ${row.booked} booked, ${row.booked_by_aggregator} by aggregators; there are ${Number(row.rows ?? 0)} and ${Number(row.aggregator_rows ?? 0)}`,
  }));
}

async function find(
  query: PromiseLike<unknown>,
  kind: Finding['kind'],
  message: string,
): Promise<Finding[]> {
  const rows = (await query) as Array<{ document_id: string }>;
  return rows.map((row) => ({ kind, subject: row.document_id, message }));
}

/**
 * Holds what is counted and keyed against the bookings themselves, in a fixed number of
 * statements. Gives what is not as it must be; nothing is changed.
 */
export async function auditBookings(knex: Knex): Promise<Finding[]> {
  const active = [...ACTIVE_STATES];
  return [
    ...(await counters(knex)),
    ...(await find(
      knex('bookings')
        .where(
          (either) =>
            void either
              .where((one) => void one.whereIn('state', active).whereNull('active_key'))
              .orWhere((one) => void one.whereNotIn('state', active).whereNotNull('active_key')),
        )
        .select('document_id'),
      'active_key_differs',
      'an active booking carries its key, a cancelled one does not',
    )),
    ...(await find(
      knex({ booking: 'bookings' })
        .join({ placed: 'appointments' }, 'placed.document_id', 'booking.appointment_key')
        .where('placed.state', 'cancelled')
        .whereIn('booking.state', active)
        .select('booking.document_id'),
      'active_in_cancelled',
      'the appointment is cancelled, the booking is not',
    )),
    ...(await find(
      knex({ booking: 'bookings' })
        .leftJoin({ placed: 'appointments' }, 'placed.document_id', 'booking.appointment_key')
        .whereNull('placed.id')
        .whereIn('booking.state', active)
        .select('booking.document_id'),
      'no_appointment',
      'the booking is active and its appointment is not there',
    )),
  ];
}
