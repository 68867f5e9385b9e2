import type { Knex } from 'knex';
import { CUSTOMER, CUSTOMER_DIGITS } from '../../fill/names';
import { relateBookings, relateIds } from '../../fill/relations';
import { dialectOf, documentColumns, insertSelect, insertSeries } from '../../fill/series';
import { PROFILE } from '../profile';
import { CUSTOMER_OF_SEAT, KEYS } from './places';

const { customers: EACH, members: MEMBERS } = PROFILE;

/** A customer's document id, of the venue that entered them and their number there. */
function customerKey(v: string, c: string): string {
  return `'${CUSTOMER}' || lpad((${v} * ${EACH} + ${c})::text, ${CUSTOMER_DIGITS}, '0')`;
}

/** Customers of each venue; the first of each hold an Onefit ID, numbered through all venues. */
export async function insertCustomers(trx: Knex, venues: number, now: Date): Promise<void> {
  const { at, randomId } = dialectOf('postgres');
  const columns = documentColumns(at(now, '0'));
  await insertSeries(trx, 'customers', venues * EACH, {
    document_id: customerKey('0', 'i'),
    ...columns,
    first_name: "'Mem'",
    last_name: "'Ber ' || i",
    name: "'Mem Ber ' || i",
    email: "'member' || i || '@members.example'",
    language: "'en'",
  });
  await insertSelect(
    trx,
    'customer_aggregator_ids',
    {
      document_id: randomId,
      ...columns,
      aggregator: "'onefit'",
      external_id: `'m-' || (v * ${MEMBERS} + c)`,
      customer_key: customerKey('v', 'c'),
    },
    `FROM generate_series(0, ${venues - 1}) v, generate_series(0, ${MEMBERS - 1}) c`,
  );
  await relateIds(trx);
}

/** Past: the first was cancelled, the second stayed away, the others came. Coming: all confirmed. */
const STATE = `CASE WHEN NOT past THEN 'confirmed' WHEN s = 0 THEN 'cancelled'
  WHEN s = 1 THEN 'no_show' ELSE 'checked_in' END`;

async function insertProduct(trx: Knex, now: Date): Promise<void> {
  await trx('products').insert({
    document_id: 'scaleproduct000000000000',
    created_at: now,
    updated_at: now,
    published_at: now,
    name: '10-class card',
    price: 120,
  });
}

/** Every booking of every appointment, with its relations and its history. */
export async function insertBookings(trx: Knex, now: Date): Promise<void> {
  const { at, randomId } = dialectOf('postgres');
  await insertProduct(trx, now);
  await trx.raw(
    `CREATE TEMP TABLE a_booking ON COMMIT DROP AS
     SELECT v, document_id AS appointment_key, ${customerKey('v', CUSTOMER_OF_SEAT)} AS customer_key,
       ${randomId} AS document_id, ${STATE} AS state,
       ${CUSTOMER_OF_SEAT} < ${PROFILE.members} AS by_onefit,
       v * ${MEMBERS} + ${CUSTOMER_OF_SEAT} AS member,
       starts_at - interval '2 days' - s * interval '1 hour' AS booked_at,
       CASE WHEN past THEN starts_at - interval '1 minute' END AS settled_at
     FROM an_appointment, LATERAL generate_series(0, seats - 1) s`,
  );
  await insertSelect(
    trx,
    'bookings',
    {
      document_id: 'document_id',
      ...documentColumns(at(now, '0')),
      state: 'state',
      source: "CASE WHEN by_onefit THEN 'onefit' ELSE 'own' END",
      external_id: "CASE WHEN by_onefit THEN 'of-' || document_id END",
      external_key: "CASE WHEN by_onefit THEN 'onefit:of-' || document_id END",
      member_id: "CASE WHEN by_onefit THEN 'm-' || member END",
      appointment_key: 'appointment_key',
      customer_key: 'customer_key',
      venue_key: KEYS.venue('v'),
      active_key: "CASE WHEN state <> 'cancelled' THEN appointment_key || ':' || customer_key END",
      booked_at: 'booked_at',
      modified_at: 'COALESCE(settled_at, booked_at)',
    },
    'FROM a_booking',
  );
  await relateBookings(trx);
  await insertSelect(
    trx,
    'bookings_product_lnk',
    { booking_id: 'b.id', product_id: 'p.id' },
    `FROM bookings b JOIN products p
       ON (p.system_key = 'onefit') = (b.source = 'onefit') OR (p.system_key IS NULL AND b.source = 'own')`,
  );
  await insertHistory(trx);
}

/** A line for the booking, and one for what came of it. */
async function insertHistory(trx: Knex): Promise<void> {
  const { randomId } = dialectOf('postgres');
  const source = "CASE WHEN by_onefit THEN 'onefit' ELSE 'own' END";
  for (const [state, at] of [
    ["'confirmed'", 'booked_at'],
    ['state', 'settled_at'],
  ] as const) {
    await insertSelect(
      trx,
      'booking_changes',
      {
        document_id: randomId,
        ...documentColumns(at),
        booking_key: 'document_id',
        state,
        at,
        source,
      },
      `FROM a_booking WHERE ${at} IS NOT NULL`,
    );
  }
}
