import knexFactory from 'knex';
import type { Knex } from 'knex';
import pg from 'pg';

interface SqliteConnection {
  pragma(statement: string): unknown;
}

/** The database of the `DATABASE_*` variables, with the pool and settings of `config/database.ts`. */
export function openDatabase(): Knex {
  const { env } = process;
  if (env.DATABASE_CLIENT === 'sqlite') {
    return knexFactory({
      client: 'better-sqlite3',
      connection: { filename: env.DATABASE_FILENAME ?? '' },
      useNullAsDefault: true,
      pool: {
        afterCreate(connection: SqliteConnection, done: (error: null, made: unknown) => void) {
          connection.pragma('journal_mode = WAL');
          connection.pragma('synchronous = NORMAL');
          connection.pragma('busy_timeout = 5000');
          done(null, connection);
        },
      },
    });
  }
  pg.defaults.parseInputDatesAsUTC = true;
  return knexFactory({
    client: 'pg',
    connection: {
      host: env.DATABASE_HOST,
      port: Number(env.DATABASE_PORT),
      database: env.DATABASE_NAME,
      user: env.DATABASE_USERNAME,
      password: env.DATABASE_PASSWORD,
    },
    pool: { min: 2, max: 10 },
  });
}
