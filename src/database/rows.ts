import { sqliteOf } from './sqlite';
import type { Trx } from './trx';

/** What a driver takes for a value. */
type Binding = string | number | boolean | Date | null;

interface PostgresResult {
  rows: unknown[];
}

/**
 * Runs a query that is always the same text and gives its rows. The text is not put together anew
 * each time, and PostgreSQL plans it once a connection, under its name.
 *
 * @param name of this text and no other
 */
export async function queryRows(
  trx: Trx,
  name: string,
  sql: string,
  bindings: unknown[],
): Promise<unknown[]> {
  const sqlite = await sqliteOf(trx);
  if (sqlite) return sqlite.all(sql, bindings);
  const result: unknown = await trx.raw(sql, bindings as Binding[]).options({ name });
  if (!Array.isArray(result)) return (result as PostgresResult).rows;
  // MySQL's driver gives the rows and, beside them, what columns they have.
  const [first] = result as unknown[];
  return Array.isArray(first) ? (first as unknown[]) : (result as unknown[]);
}

/** What the drivers say of a statement that changed rows. */
type Changed =
  | { rowCount: number }
  | { changes: number }
  | [{ affectedRows: number }, ...unknown[]];

/** An UPDATE that is always the same text, ending in its condition. */
export interface Change {
  /** of this text and no other */
  name: string;
  /** with a question mark for each value */
  sql: string;
  bindings: unknown[];
}

/** Makes a change; gives how many rows it changed. */
export async function changeRows(trx: Trx, { sql, bindings }: Change): Promise<number> {
  const result = (await trx.raw(sql, bindings as Binding[])) as Changed;
  if (Array.isArray(result)) return result[0].affectedRows;
  return 'changes' in result ? result.changes : result.rowCount;
}
