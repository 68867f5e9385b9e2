import { chunks } from './insert';
import type { Trx } from './trx';

/** Rows in one statement: three bound values each stay far below SQLite's limit. */
const CHUNK = 500;

/** Gives each row its own value of one text column, many rows in one statement. */
export async function updateEach(
  trx: Trx,
  table: string,
  column: string,
  values: Array<{ id: number; value: string }>,
): Promise<void> {
  for (const chunk of chunks(values, CHUNK)) {
    const cases = chunk.map(() => 'WHEN ? THEN ?').join(' ');
    await trx(table)
      .whereIn(
        'id',
        chunk.map((row) => row.id),
      )
      .update({
        [column]: trx.raw(
          `CASE id ${cases} END`,
          chunk.flatMap((row) => [row.id, row.value]),
        ),
      });
  }
}
