import { driverOf } from './driver';
import type { Trx } from './trx';

/** A statement of SQLite's driver, which runs it to its end at once. */
interface Prepared {
  run(values: unknown[]): { changes: number; lastInsertRowid: number | bigint };
  all(values: unknown[]): unknown[];
}

interface Transaction {
  isTransaction?: boolean;
  isCompleted(): boolean;
  client: {
    acquireConnection(): Promise<{ prepare(sql: string): Prepared }>;
    emit(event: 'query', query: { sql: string; bindings: unknown[] }): void;
  };
}

/** Statements on the connection of a transaction, one after the other without a pause. */
export interface Sqlite {
  all(sql: string, values: readonly unknown[]): unknown[];
  run(sql: string, values: readonly unknown[]): ReturnType<Prepared['run']>;
}

/** A value as the driver takes it. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.valueOf();
  return typeof value === 'boolean' ? Number(value) : value;
}

/** Puts the statement before what the driver says of it, as Knex does; never the values. */
function naming<Result>(sql: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error) error.message = `${sql} - ${error.message}`;
    throw error;
  }
}

/**
 * The connection of a transaction on SQLite, past Knex's queue, whose turns cost more than most
 * statements; null on another database, and outside of a transaction. Errors are the driver's, with
 * their `code`, as from Knex. Whoever listens for Knex's queries hears of these, too.
 */
export async function sqliteOf(trx: Trx): Promise<Sqlite | null> {
  const transaction = trx as unknown as Transaction;
  if (driverOf(trx) !== 'better-sqlite3' || !transaction.isTransaction) return null;
  const { client } = transaction;
  const connection = await client.acquireConnection();
  if (transaction.isCompleted()) throw new Error('The transaction is over already.');
  function execute<Result>(
    sql: string,
    values: readonly unknown[],
    how: (statement: Prepared, bindings: unknown[]) => Result,
  ): Result {
    const bindings = values.map(plain);
    client.emit('query', { sql, bindings });
    return naming(sql, () => how(connection.prepare(sql), bindings));
  }
  return {
    all: (sql, values) => execute(sql, values, (statement, bindings) => statement.all(bindings)),
    run: (sql, values) => execute(sql, values, (statement, bindings) => statement.run(bindings)),
  };
}
