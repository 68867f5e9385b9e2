import knexFactory from 'knex';
import type { Knex } from 'knex';
import type { TestDatabase } from '../../support/database';

export type { Knex };

const CLIENTS = { sqlite: 'better-sqlite3', postgres: 'pg', mysql: 'mysql2' } as const;

/** The checker's own connection to the database of a run, past the servers. */
export function connect({ kind, env }: TestDatabase): Knex {
  const connection =
    kind === 'sqlite'
      ? { filename: env.DATABASE_FILENAME ?? '' }
      : {
          host: env.DATABASE_HOST,
          port: Number(env.DATABASE_PORT),
          database: env.DATABASE_NAME,
          user: env.DATABASE_USERNAME,
          password: env.DATABASE_PASSWORD,
        };
  return knexFactory({ client: CLIENTS[kind], connection, useNullAsDefault: kind === 'sqlite' });
}
