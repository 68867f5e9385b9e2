import type { DatabaseKind } from './database';
import { connect } from './connect';
import type { Knex } from './connect';
import type { RunningVenue } from './strapi';

/** How writing fails: the database is busy, so that trying again could help; or for good. */
export type Failure = 'busy' | 'broken';

const TRIGGER = 'fail_on_insert';

const POSTGRES_CODES = { busy: '40001', broken: '22000' };
const MYSQL_SIGNALS = {
  busy: "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213",
  broken: "SIGNAL SQLSTATE '45000'",
};

async function onPostgres(knex: Knex, table: string, failure: Failure): Promise<void> {
  await knex.raw(`CREATE FUNCTION ${TRIGGER}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'it fails' USING ERRCODE = '${POSTGRES_CODES[failure]}'; END $$`);
  await knex.raw(`CREATE TRIGGER ${TRIGGER} BEFORE INSERT ON ${table}
    FOR EACH ROW EXECUTE FUNCTION ${TRIGGER}()`);
}

function onMysql(knex: Knex, table: string, failure: Failure): PromiseLike<void> {
  return knex.raw(`CREATE TRIGGER ${TRIGGER} BEFORE INSERT ON ${table}
    FOR EACH ROW ${MYSQL_SIGNALS[failure]}`);
}

function onSqlite(knex: Knex, table: string): PromiseLike<void> {
  return knex.raw(`CREATE TRIGGER ${TRIGGER} BEFORE INSERT ON ${table}
    BEGIN SELECT RAISE(ABORT, 'it fails'); END`);
}

/** Somebody else holds the file, longer than the venue's patience lasts. */
async function holdSqlite({ database, strapi }: RunningVenue): Promise<() => Promise<void>> {
  const other = connect(database);
  await strapi.db.connection.raw('PRAGMA busy_timeout = 1');
  await other.raw('BEGIN IMMEDIATE');
  return async () => {
    await other.raw('ROLLBACK');
    await other.destroy();
    await strapi.db.connection.raw('PRAGMA busy_timeout = 5000');
  };
}

/**
 * Makes the database itself refuse new rows of a table. SQLite knows no trigger that is busy.
 *
 * @returns what makes it well again
 */
export async function failInserts(
  knex: Knex,
  kind: DatabaseKind,
  table: string,
  failure: Failure = 'broken',
): Promise<() => Promise<void>> {
  if (kind === 'postgres') await onPostgres(knex, table, failure);
  else if (kind === 'mysql') await onMysql(knex, table, failure);
  else await onSqlite(knex, table);
  return async () => {
    if (kind === 'postgres') await knex.raw(`DROP FUNCTION ${TRIGGER}() CASCADE`);
    else await knex.raw(`DROP TRIGGER ${TRIGGER}`);
  };
}

/**
 * Makes the database itself refuse new bookings.
 *
 * @returns what makes it well again
 */
export async function failBookings(
  venue: RunningVenue,
  failure: Failure,
): Promise<() => Promise<void>> {
  const { kind } = venue.database;
  if (kind === 'sqlite' && failure === 'busy') return holdSqlite(venue);
  return failInserts(venue.strapi.db.connection, kind, 'bookings', failure);
}
