import type { Trx } from './trx';

/** What a driver takes for a value. */
type Binding = string | number | boolean | Date | null;

interface PostgresResult {
  rows: unknown[];
}

/** Whether one statement may hold several that write, each using what another one wrote. */
export function writesTogether(trx: Trx): boolean {
  return (trx.client as { config: { client: string } }).config.client === 'pg';
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

/** Runs a change that is always the same text; gives how many rows it changed. */
export async function changeRows(trx: Trx, sql: string, bindings: unknown[]): Promise<number> {
  const result = (await trx.raw(sql, bindings as Binding[])) as Changed;
  if (Array.isArray(result)) return result[0].affectedRows;
  return 'changes' in result ? result.changes : result.rowCount;
}
