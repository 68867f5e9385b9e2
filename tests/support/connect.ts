import knexFactory from 'knex';
import type { Knex } from 'knex';
import pg from 'pg';
import type { TestDatabase } from './database';

export type { Knex };

const CLIENTS = { sqlite: 'better-sqlite3', postgres: 'pg', mysql: 'mysql2' } as const;

const TIMESTAMP_WITHOUT_ZONE = 1114;

/** Instants are stored in UTC, whatever zone the tests run in. */
function readPostgresInUtc(): void {
  pg.defaults.parseInputDatesAsUTC = true;
  pg.types.setTypeParser(TIMESTAMP_WITHOUT_ZONE, (text) => new Date(`${text.replace(' ', 'T')}Z`));
}

/** A test's own connection to the database of a run, past the servers. */
export function connect({ kind, env }: TestDatabase): Knex {
  if (kind === 'postgres') readPostgresInUtc();
  const connection =
    kind === 'sqlite'
      ? { filename: env.DATABASE_FILENAME ?? '' }
      : {
          host: env.DATABASE_HOST,
          port: Number(env.DATABASE_PORT),
          database: env.DATABASE_NAME,
          user: env.DATABASE_USERNAME,
          password: env.DATABASE_PASSWORD,
          ...(kind === 'mysql' ? { timezone: 'Z' } : {}),
        };
  return knexFactory({ client: CLIENTS[kind], connection, useNullAsDefault: kind === 'sqlite' });
}
