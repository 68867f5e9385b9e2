import type { Knex } from 'knex';
import { datesOfVenue } from './dates';
import { insertBookings, insertCustomers } from './people';
import { insertAppointments, insertOrder, insertPlaces, keepPattern } from './places';
import { insertLog, insertRecords } from './records';

/** Rows that are right need no trigger to say so; only a superuser may leave them out. */
async function leaveTriggersOut(trx: Knex.Transaction): Promise<void> {
  const { rows } = await trx.raw<{ rows: Array<{ super: boolean }> }>(
    'SELECT rolsuper AS super FROM pg_roles WHERE rolname = current_user',
  );
  if (rows[0]?.super) await trx.raw('SET LOCAL session_replication_role = replica');
}

/** Fills the product's empty tables with so many venues, in one transaction. */
export async function fillVenues(
  knex: Knex,
  venues: number,
  historyWeeks: number,
  now: Date,
): Promise<void> {
  const { activities, dates } = datesOfVenue(historyWeeks, now);
  await knex.transaction(async (trx) => {
    await leaveTriggersOut(trx);
    await trx.raw("SET LOCAL work_mem = '256MB'");
    await keepPattern(trx, activities, dates);
    await insertPlaces(trx, venues, now);
    await insertOrder(trx, now);
    await insertAppointments(trx, venues, now);
    await insertCustomers(trx, venues, now);
    await insertBookings(trx, now);
    await insertRecords(trx, now);
    await insertLog(trx, historyWeeks, now);
  });
  await knex.raw('VACUUM ANALYZE');
}
