import path from 'node:path';
import type { Core } from '@strapi/strapi';
import pg from 'pg';

type Env = Core.Config.Shared.ConfigParams['env'];

/** What the SQLite driver hands to the pool; only the call that is needed. */
interface SqliteConnection {
  pragma(statement: string): unknown;
  prepare(sql: string): unknown;
}

type Done = (error: Error | null, connection: unknown) => void;

/** Far more texts than the paths that are in a hurry have, and little memory. */
const MOST_PREPARED = 500;

/**
 * Knex has every statement prepared anew. Keeps them: a statement is run to its
 * end before the next one begins, and SQLite itself prepares it again when the schema changes.
 */
function keepPrepared(connection: SqliteConnection) {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, unknown>();
  connection.prepare = (sql) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    if (kept.size === MOST_PREPARED) kept.clear();
    const made = prepare(sql);
    kept.set(sql, made);
    return made;
  };
}

/**
 * Write-ahead log, one fsync a checkpoint instead of one a commit, and five seconds of patience
 * when another process holds the file. What NORMAL promises at a power cut: docs/deploy.md.
 */
function tuneSqlite(connection: SqliteConnection, done: Done) {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  connection.pragma('busy_timeout = 5000');
  keepPrepared(connection);
  done(null, connection);
}

/** Guards see what others committed, as on PostgreSQL; fewer gap locks, so fewer deadlocks. */
function tuneMysql(
  connection: { query(sql: string, done: (error: Error | null) => void): void },
  done: Done,
) {
  connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', (error) =>
    done(error, connection),
  );
}

const TIMESTAMP_WITHOUT_ZONE = 1114;

/** Instants are stored in UTC whatever zone the server stands in. */
function keepPostgresInUtc() {
  pg.defaults.parseInputDatesAsUTC = true;
  pg.types.setTypeParser(TIMESTAMP_WITHOUT_ZONE, (text) => new Date(`${text.replace(' ', 'T')}Z`));
}

/** A whole number; the default also where the variable is set and empty. */
function int(env: Env, name: string, otherwise: number): number {
  return env(name, '') === '' ? otherwise : env.int(name, otherwise);
}

function sqlite(env: Env) {
  const filename = env('DATABASE_FILENAME', '') || path.join('.tmp', 'venue.db');
  return {
    client: 'sqlite' as const,
    connection: { filename: path.resolve(process.cwd(), filename) },
    useNullAsDefault: true,
    pool: { afterCreate: tuneSqlite },
  };
}

function server(env: Env, defaultPort: number) {
  return {
    host: env('DATABASE_HOST', '') || '127.0.0.1',
    port: int(env, 'DATABASE_PORT', defaultPort),
    database: env('DATABASE_NAME', '') || 'venue',
    user: env('DATABASE_USERNAME', '') || 'venue',
    password: env('DATABASE_PASSWORD', ''),
    ssl: env.bool('DATABASE_SSL', false)
      ? // Only the word itself: no slip of the pen takes a certificate that nobody vouches for.
        { rejectUnauthorized: env('DATABASE_SSL_REJECT_UNAUTHORIZED', '') !== 'false' }
      : undefined,
  };
}

function pool(env: Env) {
  return { min: int(env, 'DATABASE_POOL_MIN', 2), max: int(env, 'DATABASE_POOL_MAX', 10) };
}

function connection(env: Env) {
  const client = env('DATABASE_CLIENT', '') || 'sqlite';
  if (client === 'sqlite') return sqlite(env);
  if (client === 'postgres') {
    keepPostgresInUtc();
    const schema = env('DATABASE_SCHEMA', '') || 'public';
    return { client, connection: { ...server(env, 5432), schema }, pool: pool(env) };
  }
  if (client === 'mysql') {
    return {
      client,
      connection: { ...server(env, 3306), timezone: 'Z' },
      pool: { ...pool(env), afterCreate: tuneMysql },
    };
  }
  throw new Error(
    `DATABASE_CLIENT is "${client}". Set it to sqlite, postgres or mysql (mysql serves MariaDB too).`,
  );
}

const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  connection: {
    ...connection(env),
    // Of one wait only; whoever waits in vain is told to come again (src/database/transaction.ts).
    acquireConnectionTimeout: int(env, 'DATABASE_ACQUIRE_TIMEOUT', 5_000),
    // An error names its statement, and is logged: without the values, which are people's data.
    compileSqlOnError: false,
  },
  settings: {
    // The schema sync drops what a type no longer names; never where a venue's data lives.
    forceMigration: env('NODE_ENV') !== 'production',
  },
});

export default config;
