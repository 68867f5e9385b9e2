import { randomBytes } from 'node:crypto';
import path from 'node:path';
import knexFactory from 'knex';

/** A database of this run alone. */
export interface LoopDatabase {
  /** for the first line of the output */
  name: string;
  /** the `DATABASE_*` variables that lead to it, complete */
  env: Record<string, string>;
  drop(): Promise<void>;
}

type Env = Readonly<Record<string, string | undefined>>;

const PERMISSION_DENIED = '42501';

function sqlite(directory: string): LoopDatabase {
  return {
    name: 'SQLite',
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: path.join(directory, 'venue.db') },
    // The file goes with its folder.
    drop: () => Promise.resolve(),
  };
}

/** Runs one statement on the server, over a connection of its own. */
type OnServer = (sql: string, bindings: string[]) => Promise<void>;

function onServer(client: 'pg' | 'mysql2', env: Env, database: string | undefined): OnServer {
  return async (sql, bindings) => {
    const ssl = env.DATABASE_SSL === 'true';
    const knex = knexFactory({
      client,
      connection: {
        host: env.DATABASE_HOST || '127.0.0.1',
        port: Number(env.DATABASE_PORT || (client === 'pg' ? 5432 : 3306)),
        user: env.DATABASE_USERNAME || 'venue',
        password: env.DATABASE_PASSWORD ?? '',
        database,
        ...(ssl
          ? { ssl: { rejectUnauthorized: env.DATABASE_SSL_REJECT_UNAUTHORIZED !== 'false' } }
          : {}),
      },
    });
    try {
      await knex.raw(sql, bindings);
    } finally {
      await knex.destroy();
    }
  };
}

/** The variables of the server as they are, with the database to use in place of the named one. */
function leadingTo(client: 'postgres' | 'mysql', env: Env, name: string, schema = '') {
  const kept = Object.entries(env).filter(([key]) => key.startsWith('DATABASE_'));
  return {
    ...Object.fromEntries(kept.map(([key, value]) => [key, value ?? ''])),
    DATABASE_CLIENT: client,
    DATABASE_NAME: name,
    DATABASE_SCHEMA: schema,
  };
}

function mayNot(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === PERMISSION_DENIED;
}

async function postgres(env: Env, name: string): Promise<LoopDatabase> {
  const named = env.DATABASE_NAME || 'postgres';
  const run = onServer('pg', env, named);
  try {
    await run('CREATE DATABASE ??', [name]);
  } catch (error) {
    if (!mayNot(error)) throw error;
    await run('CREATE SCHEMA ??', [name]);
    return {
      name: `PostgreSQL, schema ${name} of ${named}`,
      env: leadingTo('postgres', env, named, name),
      drop: () => run('DROP SCHEMA IF EXISTS ?? CASCADE', [name]),
    };
  }
  return {
    name: `PostgreSQL, database ${name}`,
    env: leadingTo('postgres', env, name),
    drop: () => run('DROP DATABASE IF EXISTS ?? WITH (FORCE)', [name]),
  };
}

async function mysql(env: Env, name: string): Promise<LoopDatabase> {
  const run = onServer('mysql2', env, env.DATABASE_NAME || undefined);
  await run('CREATE DATABASE ?? CHARACTER SET utf8mb4', [name]);
  return {
    name: `MariaDB or MySQL, database ${name}`,
    env: leadingTo('mysql', env, name),
    drop: () => run('DROP DATABASE IF EXISTS ??', [name]),
  };
}

/**
 * Makes an empty database for this run, where the `DATABASE_*` variables point; the database that
 * they name is left alone.
 *
 * @param directory a folder of this run, for SQLite's file
 * @throws Error that says what to do when the server refuses
 */
export async function makeDatabase(env: Env, directory: string): Promise<LoopDatabase> {
  const client = env.DATABASE_CLIENT || 'sqlite';
  if (client === 'sqlite') return sqlite(directory);
  if (client !== 'postgres' && client !== 'mysql') {
    throw new Error(`DATABASE_CLIENT is "${client}". Set it to sqlite, postgres or mysql.`);
  }
  const name = `venue_loop_${randomBytes(6).toString('hex')}`;
  try {
    return await (client === 'postgres' ? postgres : mysql)(env, name);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `No database could be made for this run: ${reason}. Check DATABASE_*, and that the user may make a database.`,
      { cause: error },
    );
  }
}
