import type { Knex } from '../../support/connect';

/** An instant as the drivers give it: a Date, or milliseconds on SQLite. */
export type StoredInstant = Date | number | string;

export interface VenueRow {
  document_id: string;
  uuid: string;
  name: string;
  time_zone: string;
}

/** An activity, as far as it was entered by somebody. */
export interface ActivityRow {
  document_id: string;
  name: string;
  kind: 'class' | 'training';
  description: string | null;
  aggregator_bookings: string | null;
  aggregator_spot_limit: number | null;
  booking_opens_hours: number | null;
  booking_closes_minutes: number;
  cancellation_period_hours: number;
}

/** An appointment, as far as it was entered by somebody; what the project keeps for itself is not read. */
export interface AppointmentRow {
  document_id: string;
  activity_key: string;
  venue_key: string;
  state: 'scheduled' | 'cancelled';
  starts_at: StoredInstant;
  ends_at: StoredInstant;
  room: string | null;
  teacher: string | null;
  capacity: number;
  aggregator_bookings: 'as_activity' | 'not_allowed' | 'allowed';
  aggregator_spot_limit: number | null;
  cancelled_at: StoredInstant | null;
  cancellation_reason: string | null;
}

export interface BookingRow {
  source: 'own' | 'onefit';
  state: string;
  appointment_key: string | null;
  external_id: string | null;
}

/** How far Onefit has been told of one appointment or booking. */
export interface RecordRow {
  kind: 'session' | 'booking';
  subject: string;
  venue_key: string;
  desired_version: number;
  acknowledged_version: number;
  refused_version: number;
}

/** What the database says, as far as Onefit is concerned. */
export interface VenueRows {
  venues: VenueRow[];
  activities: ActivityRow[];
  appointments: AppointmentRow[];
  bookings: BookingRow[];
  records: RecordRow[];
  /** document ids of the venues that are linked */
  linked: Set<string>;
  orderActive: boolean;
}

const COLUMNS = {
  venues: ['document_id', 'uuid', 'name', 'time_zone'],
  activities: [
    'document_id',
    'name',
    'kind',
    'description',
    'aggregator_bookings',
    'aggregator_spot_limit',
    'booking_opens_hours',
    'booking_closes_minutes',
    'cancellation_period_hours',
  ],
  appointments: [
    'document_id',
    'activity_key',
    'venue_key',
    'state',
    'starts_at',
    'ends_at',
    'room',
    'teacher',
    'capacity',
    'aggregator_bookings',
    'aggregator_spot_limit',
    'cancelled_at',
    'cancellation_reason',
  ],
  bookings: ['source', 'state', 'appointment_key', 'external_id'],
  records: [
    'kind',
    'subject',
    'venue_key',
    'desired_version',
    'acknowledged_version',
    'refused_version',
  ],
};

/** Reads everything, in a few statements. */
export async function readRows(knex: Knex): Promise<VenueRows> {
  const links = await knex('onefit_venue_links').select<Array<{ venue_key: string }>>('venue_key');
  const order: unknown = await knex('onefit_extension_orders')
    .whereNotNull('active_key')
    .first('id');
  return {
    venues: await knex('venues').select<VenueRow[]>(COLUMNS.venues),
    activities: await knex('activities').select<ActivityRow[]>(COLUMNS.activities),
    appointments: await knex('appointments').select<AppointmentRow[]>(COLUMNS.appointments),
    bookings: await knex('bookings').select<BookingRow[]>(COLUMNS.bookings),
    records: await knex('onefit_sync_records').select<RecordRow[]>(COLUMNS.records),
    linked: new Set(links.map(({ venue_key }) => venue_key)),
    orderActive: order !== undefined,
  };
}

/** Records of linked venues that the engine still has to send. */
export function underWay({ records, linked }: VenueRows): RecordRow[] {
  return records.filter(
    (record) =>
      linked.has(record.venue_key) &&
      record.desired_version > record.acknowledged_version &&
      record.desired_version !== record.refused_version,
  );
}
