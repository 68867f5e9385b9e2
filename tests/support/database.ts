import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { oneOf } from './command-line';
import { COPYING } from './copying';
import { onServer, SERVERS } from './servers';

/** The database that a run of the tests uses; `TEST_DATABASE` chooses it. */
export type DatabaseKind = 'sqlite' | 'postgres' | 'mysql';

/** The names by which a command line calls a database; MariaDB is served by Strapi's `mysql`. */
const NAMES = {
  sqlite: 'sqlite',
  postgres: 'postgres',
  mariadb: 'mysql',
  mysql: 'mysql',
} as const satisfies Record<string, DatabaseKind>;

/** The database that a command line names. @throws OptionError that names those there are */
export function databaseNamed(name: string): DatabaseKind {
  return NAMES[oneOf('db', name, Object.keys(NAMES) as Array<keyof typeof NAMES>)];
}

export interface TestDatabase {
  kind: DatabaseKind;
  /** the file of SQLite, or the name on its server */
  name: string;
  /** the `DATABASE_*` variables that lead to it */
  env: Record<string, string>;
  drop(): Promise<void>;
}

export function chosenDatabase(): DatabaseKind {
  const chosen = process.env.TEST_DATABASE ?? 'sqlite';
  if (chosen === 'sqlite' || chosen === 'postgres' || chosen === 'mysql') return chosen;
  throw new Error(`TEST_DATABASE is "${chosen}": set it to sqlite, postgres or mysql.`);
}

function sqliteDatabase(filename: string): TestDatabase {
  return {
    kind: 'sqlite',
    name: filename,
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: filename },
    drop: async () => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${filename}${suffix}`, { force: true });
    },
  };
}

/** A name that no other database has. */
function newName(kind: DatabaseKind): string {
  const name = `venue_test_${randomBytes(6).toString('hex')}`;
  return kind === 'sqlite' ? path.join(os.tmpdir(), `${name}.db`) : name;
}

function named(kind: DatabaseKind, name: string): TestDatabase {
  if (kind === 'sqlite') return sqliteDatabase(name);
  const server = SERVERS[kind];
  return {
    kind,
    name,
    env: {
      DATABASE_CLIENT: kind,
      DATABASE_HOST: server.host,
      DATABASE_PORT: server.port,
      DATABASE_NAME: name,
      DATABASE_USERNAME: server.user,
      DATABASE_PASSWORD: server.password,
    },
    drop: () => onServer(kind, (knex) => knex.raw(server.drop, [name])),
  };
}

/** Makes an empty database of its own for one suite. */
export async function makeDatabase(kind = chosenDatabase()): Promise<TestDatabase> {
  const database = named(kind, newName(kind));
  if (kind !== 'sqlite') {
    await onServer(kind, (knex) => knex.raw(SERVERS[kind].create, [database.name]));
  }
  return database;
}

/** Makes a database that holds what the one of this name holds; nobody may use that one meanwhile. */
export async function copyDatabase(
  template: string,
  kind = chosenDatabase(),
): Promise<TestDatabase> {
  const database = named(kind, newName(kind));
  await COPYING[kind](template, database.name);
  return database;
}
