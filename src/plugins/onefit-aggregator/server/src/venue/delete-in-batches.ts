import type { Trx } from './ports';

/** Rows in one statement: short enough that a change waits for none of them. */
const BATCH = 500;

/**
 * Deletes what is old from a table, in short statements one by one. Each asks anew what is, so that a row
 * that changes at this moment is left.
 *
 * @param isOld the condition on a row
 * @returns how many rows were deleted
 */
export async function deleteInBatches(
  trx: Trx,
  table: string,
  isOld: (row: ReturnType<Trx>) => void,
): Promise<number> {
  let deleted = 0;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const ids: number[] = await trx(table)
      .where(isOld)
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .pluck<number[]>('id');
    if (ids.length > 0) deleted += await trx(table).where(isOld).whereIn('id', ids).delete();
    after = ids.length < BATCH ? undefined : ids[ids.length - 1];
  }
  return deleted;
}
