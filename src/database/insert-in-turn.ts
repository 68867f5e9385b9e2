import { changeRows } from './rows';
import { rowOf } from './together';
import type { Dependent, Made, Together } from './together';
import type { Trx } from './trx';

/** Writes all of it, each statement in a turn of its own, on a database that has no shorter way. */
export async function insertInTurn(
  trx: Trx,
  { table, columns }: Dependent,
  { rows, provided, after, along }: Together,
): Promise<Made | null> {
  const inserted = await trx(table).insert(columns);
  const id = Number(inserted[0]);
  for (const row of rows) await trx(row.table).insert(rowOf(row, id));
  if ((await changeRows(trx, provided)) !== 1) return null;
  for (const row of after) await trx(row.table).insert(rowOf(row, id));
  const changed: number[] = [];
  for (const change of along) changed.push(await changeRows(trx, change));
  return { id, along: changed };
}
