import type { Knex } from 'knex';
import { dialectOf, documentColumns, insertSelect, insertSeries } from '../../fill/series';
import { PROFILE } from '../profile';
import type { FilledActivity, FilledDate } from './dates';

/** SQL of a document id that is numbered, so that what belongs together finds each other. */
export const KEYS = {
  company: (v: string) => `'scalecompany' || lpad((${v})::text, 12, '0')`,
  venue: (v: string) => `'scalevenue' || lpad((${v})::text, 14, '0')`,
  activity: (v: string, a: string) => `'scaleclass' || lpad((${v} * 100 + ${a})::text, 14, '0')`,
};

/** Keeps what is the same at every venue, for as long as the transaction lasts. */
export async function keepPattern(
  trx: Knex.Transaction,
  activities: FilledActivity[],
  dates: FilledDate[],
): Promise<void> {
  await trx.raw('CREATE TEMP TABLE a_week (a int, name text, rule text) ON COMMIT DROP');
  await trx.raw(
    `CREATE TEMP TABLE a_date (a int, local_start text, starts_at timestamp, ends_at timestamp,
       past boolean, seats int) ON COMMIT DROP`,
  );
  await trx('a_week').insert(activities);
  await trx.batchInsert(
    'a_date',
    dates.map(({ a, localStart, startsAt, endsAt, past, seats }) => ({
      a,
      local_start: localStart,
      starts_at: startsAt.toISOString(),
      ends_at: endsAt.toISOString(),
      past,
      seats,
    })),
    500,
  );
}

/** Companies, each with a venue that Onefit has linked, and the venues' activities. */
export async function insertPlaces(trx: Knex, venues: number, now: Date): Promise<void> {
  const { at } = dialectOf('postgres');
  const columns = documentColumns(at(now, '0'));
  await insertSeries(trx, 'companies', venues, {
    document_id: KEYS.company('i'),
    ...columns,
    name: "'Studio ' || i || ' B.V.'",
    uuid: 'gen_random_uuid()::text',
  });
  await insertSeries(trx, 'venues', venues, {
    document_id: KEYS.venue('i'),
    ...columns,
    name: "'Studio ' || i",
    uuid: 'gen_random_uuid()::text',
    time_zone: `'${PROFILE.timeZone}'`,
  });
  await insertSelect(
    trx,
    'venues_company_lnk',
    { venue_id: 'v.id', company_id: 'c.id' },
    `FROM venues v JOIN companies c ON substr(c.document_id, 13) = substr(v.document_id, 13)`,
  );
  await insertSeries(trx, 'onefit_venue_links', venues, {
    document_id: "'scalelink' || lpad(i::text, 15, '0')",
    ...columns,
    venue_key: KEYS.venue('i'),
    onefit_venue_id: "'of-' || i",
    linked_at: at(now, '0'),
    working_since: at(now, '0'),
    attempts: '0',
    // No venue's night comes while others are measured.
    reconcile_at: at(now, String(7 * 24 * 60)),
  });
  await insertSelect(
    trx,
    'activities',
    {
      document_id: KEYS.activity('v', 'a'),
      ...columns,
      name: 'name',
      kind: "'class'",
      capacity: String(PROFILE.capacity),
      recurrence_rule: 'rule',
      aggregator_bookings: "'allowed'",
      booking_closes_minutes: '15',
      cancellation_period_hours: '8',
      venue_key: KEYS.venue('v'),
    },
    `FROM a_week, generate_series(0, ${venues - 1}) v`,
  );
  await insertSelect(
    trx,
    'activities_venue_lnk',
    { activity_id: 'a.id', venue_id: 'v.id' },
    'FROM activities a JOIN venues v ON v.document_id = a.venue_key',
  );
}

/** One order of the extension, which is of all venues. */
export async function insertOrder(trx: Knex, now: Date): Promise<void> {
  await trx('onefit_extension_orders').insert({
    document_id: 'scaleorder00000000000000',
    created_at: now,
    updated_at: now,
    published_at: now,
    contact_email: 'manager@venue.example',
    ordered_at: now,
    active_key: 'onefit',
    confirmation_sent_at: now,
  });
}

/** Whether the customer of a seat came by Onefit; `n` numbers appointments, `s` their seats. */
export const CUSTOMER_OF_SEAT = `((n * 7 + s * 31) % ${PROFILE.customers})`;

/**
 * All appointments, past and coming, with the counters that the bookings of {@link insertBookings}
 * will bear out. They are kept as `an_appointment` too, numbered.
 */
export async function insertAppointments(trx: Knex, venues: number, now: Date): Promise<void> {
  const { at, randomId } = dialectOf('postgres');
  await trx.raw(
    `CREATE TEMP TABLE an_appointment ON COMMIT DROP AS
     SELECT numbered.*, booked.total, booked.members FROM (
       SELECT row_number() OVER (ORDER BY starts_at, v)::int AS n, v, ${randomId} AS document_id, a_date.*
       FROM a_date, generate_series(0, ${venues - 1}) v) numbered,
     LATERAL (SELECT COUNT(*)::int AS total,
         COUNT(*) FILTER (WHERE ${CUSTOMER_OF_SEAT} < ${PROFILE.members})::int AS members
       FROM generate_series(0, numbered.seats - 1) s WHERE NOT (numbered.past AND s = 0)) booked`,
  );
  await insertSelect(
    trx,
    'appointments',
    {
      document_id: 'd.document_id',
      ...documentColumns(at(now, '0')),
      title: "w.name || ' ' || replace(d.local_start, 'T', ' ')",
      starts_at: 'd.starts_at',
      ends_at: 'd.ends_at',
      capacity: String(PROFILE.capacity),
      state: "'scheduled'",
      aggregator_bookings: "'as_activity'",
      booked: 'd.total',
      booked_by_aggregator: 'd.members',
      aggregator_allowed: 'true',
      booking_closes_minutes: '15',
      late_cancel_minutes: '480',
      activity_key: KEYS.activity('v', 'd.a'),
      venue_key: KEYS.venue('v'),
      series_key: `${KEYS.activity('v', 'd.a')} || ':' || d.local_start`,
      changed_by_staff: 'false',
    },
    'FROM an_appointment d JOIN a_week w USING (a) ORDER BY d.n',
  );
  await insertSelect(
    trx,
    'appointments_activity_lnk',
    { appointment_id: 'a.id', activity_id: 'c.id' },
    'FROM appointments a JOIN activities c ON c.document_id = a.activity_key',
  );
}
