import type { Knex } from 'knex';
import type { BenchDatabase } from '../shared/options';
import { CUSTOMER, CUSTOMER_DIGITS, SESSION, SESSION_DIGITS } from './names';
import { dialectOf, documentColumns, insertSeries } from './series';
import type { Filling } from './venue';

/** Fills the tables of the stock project with as many appointments and customers as ours has. */
export async function fillStock(
  knex: Knex,
  kind: BenchDatabase,
  { sessions, members }: Filling,
): Promise<void> {
  const { padded, at } = dialectOf(kind);
  const now = at(new Date(), '0');
  await insertSeries(knex, 'appointments', sessions, {
    document_id: `'${SESSION}' || ${padded('i', SESSION_DIGITS)}`,
    ...documentColumns(now),
    title: "'Zumba'",
    starts_at: at(new Date(), '1440 + i * 15'),
    capacity: '1000000',
  });
  await insertSeries(knex, 'customers', members, {
    document_id: `'${CUSTOMER}' || ${padded('i', CUSTOMER_DIGITS)}`,
    ...documentColumns(now),
    first_name: "'Mem'",
    last_name: "'Ber ' || i",
  });
}
