import knexFactory from 'knex';
import type { Knex } from 'knex';

/** The database servers of the tests; `TEST_POSTGRES_*` and `TEST_MYSQL_*` lead to others. */
export const SERVERS = {
  postgres: {
    client: 'pg',
    host: process.env.TEST_POSTGRES_HOST ?? '127.0.0.1',
    port: process.env.TEST_POSTGRES_PORT ?? '5432',
    user: process.env.TEST_POSTGRES_USER ?? 'postgres',
    password: process.env.TEST_POSTGRES_PASSWORD ?? '',
    database: 'postgres',
    create: 'CREATE DATABASE ??',
    drop: 'DROP DATABASE IF EXISTS ?? WITH (FORCE)',
  },
  mysql: {
    client: 'mysql2',
    host: process.env.TEST_MYSQL_HOST ?? '127.0.0.1',
    port: process.env.TEST_MYSQL_PORT ?? '3306',
    user: process.env.TEST_MYSQL_USER ?? 'root',
    password: process.env.TEST_MYSQL_PASSWORD ?? '',
    database: 'mysql',
    create: 'CREATE DATABASE ?? CHARACTER SET utf8mb4',
    drop: 'DROP DATABASE IF EXISTS ??',
  },
} as const;

export type ServerKind = keyof typeof SERVERS;

/** Does something over one connection of its own to a database of a server. */
export async function onServer(
  kind: ServerKind,
  work: (knex: Knex) => Promise<unknown>,
  database: string = SERVERS[kind].database,
): Promise<void> {
  const { client, host, port, user, password } = SERVERS[kind];
  const knex = knexFactory({
    client,
    connection: { host, port: Number(port), user, password, database },
    pool: { min: 1, max: 1 },
  });
  try {
    await work(knex);
  } finally {
    await knex.destroy();
  }
}
