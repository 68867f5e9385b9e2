/** A database error as the drivers throw it: PostgreSQL, MariaDB/MySQL and SQLite name it in `code`. */
interface DriverError {
  code?: unknown;
  errno?: unknown;
  name?: unknown;
}

const UNIQUE = new Set([
  '23505',
  'ER_DUP_ENTRY',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
]);

const FOREIGN_KEY = new Set([
  '23503',
  'ER_NO_REFERENCED_ROW_2',
  'ER_ROW_IS_REFERENCED_2',
  'SQLITE_CONSTRAINT_FOREIGNKEY',
]);

const TRANSIENT = new Set([
  // PostgreSQL: serialization failure, deadlock, lock not available, server going down or full
  '40001',
  '40P01',
  '55P03',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08003',
  // MariaDB and MySQL
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'PROTOCOL_CONNECTION_LOST',
  // The socket to the server
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);

const MARIADB_RECORD_CHANGED = 1020;

/** What the drivers say, without a code, of a connection that is gone; Knex puts the statement before it. */
const CONNECTION_GONE =
  /(?:^| - )(?:Connection terminated|Client has encountered a connection error|Can't add new command when connection is in closed state)/;

function codeOf(error: unknown): string {
  const code = (error as DriverError | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** Another transaction changed what this one had read: run the whole of it again. */
export class Collision extends Error {
  readonly code = 'collision';
}

/** Whether a unique index refused the row: somebody else wrote the same key first. */
function isUniqueViolation(error: unknown): boolean {
  return UNIQUE.has(codeOf(error));
}

/** Whether a key was broken: what the row belongs to is gone, deleted since it was read. */
function isForeignKeyViolation(error: unknown): boolean {
  return FOREIGN_KEY.has(codeOf(error));
}

/** Whether a concurrent transaction wrote first, so that another try reads what it wrote. */
export function isOvertaken(error: unknown): boolean {
  return isUniqueViolation(error) || isForeignKeyViolation(error);
}

/** Whether no connection of the pool came free in time: all are at work, or the database is silent. */
export function isPoolExhausted(error: unknown): boolean {
  return (error as DriverError | null)?.name === 'KnexTimeoutError';
}

/** Whether the same transaction, run again later, can be expected to succeed. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  return (
    error instanceof Collision ||
    TRANSIENT.has(code) ||
    code.startsWith('SQLITE_BUSY') ||
    code.startsWith('SQLITE_LOCKED') ||
    (error as DriverError | null)?.errno === MARIADB_RECORD_CHANGED ||
    isPoolExhausted(error) ||
    (error instanceof Error && CONNECTION_GONE.test(error.message))
  );
}
