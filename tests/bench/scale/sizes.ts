import type { Knex } from 'knex';

/** The tables that a further one of each takes room in, relations and history included. */
export const KINDS = {
  venue: [
    'venues',
    'companies',
    'venues_company_lnk',
    'activities',
    'activities_venue_lnk',
    'onefit_venue_links',
  ],
  appointment: ['appointments', 'appointments_activity_lnk'],
  booking: [
    'bookings',
    'bookings_appointment_lnk',
    'bookings_customer_lnk',
    'bookings_product_lnk',
    'booking_changes',
  ],
  customer: ['customers', 'customer_aggregator_ids', 'customer_aggregator_ids_customer_lnk'],
  syncRecord: ['onefit_sync_records'],
  logEntry: ['onefit_activity_log'],
} as const;

export type Kind = keyof typeof KINDS;

/** What a kind takes: rows of its first table, and bytes of all of them with their indexes. */
export interface Size {
  rows: number;
  bytes: number;
  /** of them, indexes */
  indexBytes: number;
}

async function sizeOf(knex: Knex, tables: readonly string[]): Promise<Size> {
  const [counted] = await knex(tables[0] ?? '').count({ rows: '*' });
  const { rows } = await knex.raw<{ rows: Array<{ bytes: string; indexes: string }> }>(
    `SELECT SUM(pg_total_relation_size(name::regclass)) AS bytes, SUM(pg_indexes_size(name::regclass)) AS indexes
     FROM unnest(?::text[]) name`,
    [tables],
  );
  return {
    rows: Number((counted as { rows: string }).rows),
    bytes: Number(rows[0]?.bytes),
    indexBytes: Number(rows[0]?.indexes),
  };
}

/** What every kind takes in a database, and the whole of it. */
export async function measureSizes(knex: Knex) {
  const kinds = {} as Record<Kind, Size>;
  for (const [kind, tables] of Object.entries(KINDS)) {
    kinds[kind as Kind] = await sizeOf(knex, tables);
  }
  const { rows } = await knex.raw<{ rows: Array<{ bytes: string }> }>(
    'SELECT pg_database_size(current_database()) AS bytes',
  );
  return { kinds, database: Number(rows[0]?.bytes) };
}

export type Sizes = Awaited<ReturnType<typeof measureSizes>>;
