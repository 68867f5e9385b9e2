import type { Sqlite } from './sqlite';
import { quoted, rowOf } from './together';
import type { Dependent, Made, Together } from './together';

function insert(sqlite: Sqlite, table: string, row: Record<string, unknown>): number {
  const names = Object.keys(row).map(quoted).join(', ');
  const values = Object.values(row);
  const places = values.map(() => '?').join(', ');
  const sql = `INSERT INTO ${quoted(table)} (${names}) VALUES (${places})`;
  return Number(sqlite.run(sql, values).lastInsertRowid);
}

/**
 * Writes all of it, statement after statement without a pause. SQLite has one connection, for which
 * whoever else asks waits meanwhile in any case.
 */
export function insertInOneGo(
  sqlite: Sqlite,
  { table, columns }: Dependent,
  { rows, provided, after, along }: Together,
): Made | null {
  const id = insert(sqlite, table, columns);
  for (const row of rows) insert(sqlite, row.table, rowOf(row, id));
  if (sqlite.run(provided.sql, provided.bindings).changes !== 1) return null;
  for (const row of after) insert(sqlite, row.table, rowOf(row, id));
  return { id, along: along.map(({ sql, bindings }) => sqlite.run(sql, bindings).changes) };
}
