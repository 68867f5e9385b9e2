import type { Knex } from '../../support/connect';

export interface AppointmentRow {
  documentId: string;
  state: string;
  capacity: number;
  /** for aggregators, as it is in force; null = none */
  limit: number | null;
  booked: number;
  bookedByAggregator: number;
}

export interface BookingRow {
  documentId: string;
  source: 'own' | 'onefit';
  /** Onefit's id of it; null = own */
  externalId: string | null;
  memberId: string | null;
  /** null = only its cancellation ever came */
  appointment: string | null;
  customer: string | null;
  state: string;
}

/** One line of a booking's history. */
export interface ChangeRow {
  booking: string;
  state: string;
}

export interface AggregatorIdRow {
  externalId: string;
  customer: string | null;
}

/** What the database holds, as far as the checks look at it. */
export interface VenueRows {
  appointments: AppointmentRow[];
  bookings: BookingRow[];
  /** oldest first */
  changes: ChangeRow[];
  /** document ids */
  customers: string[];
  aggregatorIds: AggregatorIdRow[];
}

/** Reads everything, in a few statements. */
export async function readRows(knex: Knex): Promise<VenueRows> {
  const customers = await knex('customers').select<Array<{ document_id: string }>>('document_id');
  return {
    appointments: await knex('appointments').select<AppointmentRow[]>({
      documentId: 'document_id',
      state: 'state',
      capacity: 'capacity',
      limit: 'spot_limit',
      booked: 'booked',
      bookedByAggregator: 'booked_by_aggregator',
    }),
    bookings: await knex('bookings').select<BookingRow[]>({
      documentId: 'document_id',
      source: 'source',
      externalId: 'external_id',
      memberId: 'member_id',
      appointment: 'appointment_key',
      customer: 'customer_key',
      state: 'state',
    }),
    changes: await knex('booking_changes')
      .orderBy('id')
      .select<ChangeRow[]>({ booking: 'booking_key', state: 'state' }),
    customers: customers.map((row) => row.document_id),
    aggregatorIds: await knex('customer_aggregator_ids').select<AggregatorIdRow[]>({
      externalId: 'external_id',
      customer: 'customer_key',
    }),
  };
}
