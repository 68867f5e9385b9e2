import type { Knex } from './trx';

/** A table and a column of text in it. */
export type TextColumn = readonly [table: string, column: string];

/**
 * Lets MariaDB or MySQL compare a column by another collation, its indexes included; once, and not where
 * the one that it has will do.
 */
export async function collate(
  knex: Knex,
  [table, column]: TextColumn,
  wanted: { collation: string; fits: (collation: string) => boolean },
): Promise<void> {
  const row: unknown = await knex('information_schema.columns')
    .whereRaw('table_schema = database()')
    .where({ table_name: table, column_name: column })
    .first('collation_name as collation', 'column_type as type');
  const found = row as { collation: string; type: string } | undefined;
  if (!found || wanted.fits(found.collation)) return;
  await knex.raw(
    `ALTER TABLE ?? MODIFY ?? ${found.type} CHARACTER SET utf8mb4 COLLATE ${wanted.collation} NULL`,
    [table, column],
  );
}
