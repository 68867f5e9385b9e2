import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import knexFactory from 'knex';

/** The database that a run of the tests uses; `TEST_DATABASE` chooses it. */
export type DatabaseKind = 'sqlite' | 'postgres' | 'mysql';

/** The names by which a command line calls a database; MariaDB is served by Strapi's `mysql`. */
const NAMES: Record<string, DatabaseKind | undefined> = {
  sqlite: 'sqlite',
  postgres: 'postgres',
  mariadb: 'mysql',
  mysql: 'mysql',
};

export const DATABASE_NAMES = Object.keys(NAMES);

/** The database that a command line names; undefined when there is none of that name. */
export function databaseNamed(name: string): DatabaseKind | undefined {
  return Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
}

export interface TestDatabase {
  kind: DatabaseKind;
  /** the `DATABASE_*` variables that lead to it */
  env: Record<string, string>;
  drop(): Promise<void>;
}

export function chosenDatabase(): DatabaseKind {
  const chosen = process.env.TEST_DATABASE ?? 'sqlite';
  if (chosen === 'sqlite' || chosen === 'postgres' || chosen === 'mysql') return chosen;
  throw new Error(`TEST_DATABASE is "${chosen}": set it to sqlite, postgres or mysql.`);
}

const SERVERS = {
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

async function onServer(kind: 'postgres' | 'mysql', sql: string, name: string): Promise<void> {
  const { client, host, port, user, password, database } = SERVERS[kind];
  const knex = knexFactory({
    client,
    connection: { host, port: Number(port), user, password, database },
  });
  try {
    await knex.raw(sql, [name]);
  } finally {
    await knex.destroy();
  }
}

function sqliteDatabase(name: string): TestDatabase {
  const filename = path.join(os.tmpdir(), `${name}.db`);
  return {
    kind: 'sqlite',
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: filename },
    drop: async () => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${filename}${suffix}`, { force: true });
    },
  };
}

/** Makes an empty database of its own for one suite. */
export async function makeDatabase(kind = chosenDatabase()): Promise<TestDatabase> {
  const name = `venue_test_${randomBytes(6).toString('hex')}`;
  if (kind === 'sqlite') return sqliteDatabase(name);
  const server = SERVERS[kind];
  await onServer(kind, server.create, name);
  return {
    kind,
    env: {
      DATABASE_CLIENT: kind,
      DATABASE_HOST: server.host,
      DATABASE_PORT: server.port,
      DATABASE_NAME: name,
      DATABASE_USERNAME: server.user,
      DATABASE_PASSWORD: server.password,
    },
    drop: () => onServer(kind, server.drop, name),
  };
}
