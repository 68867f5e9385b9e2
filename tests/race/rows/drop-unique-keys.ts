import type { DatabaseKind } from '../../support/database';
import type { Knex } from '../../support/connect';

/** What the database refuses twice, whoever asks: the keys that the promises stand on. */
const KEPT = [
  ['bookings', 'external_key'],
  ['bookings', 'active_key'],
  ['customer_aggregator_ids', 'external_id'],
] as const;

async function uniqueIndexes(
  knex: Knex,
  kind: DatabaseKind,
  table: string,
  column: string,
): Promise<string[]> {
  if (kind === 'postgres') {
    const rows = await knex('pg_indexes')
      .where({ tablename: table, schemaname: 'public' })
      .whereRaw(`indexdef LIKE 'CREATE UNIQUE INDEX%'`)
      .whereRaw('indexdef LIKE ?', [`%${column}%`])
      .select<Array<{ indexname: string }>>('indexname');
    return rows.map((row) => row.indexname);
  }
  const rows = await knex('information_schema.statistics')
    .whereRaw('table_schema = database()')
    .where({ table_name: table, column_name: column, non_unique: 0 })
    .distinct<Array<{ name: string }>>('index_name as name');
  return rows.map((row) => row.name);
}

/**
 * The second negative control: takes the unique keys out of the run's own database.
 *
 * @throws Error when a key is not found: the control would then prove nothing
 */
export async function dropUniqueKeys(knex: Knex, kind: DatabaseKind): Promise<void> {
  for (const [table, column] of KEPT) {
    const names = await uniqueIndexes(knex, kind, table, column);
    if (names.length === 0) throw new Error(`${table}.${column} has no unique key to drop.`);
    for (const name of names) {
      if (kind === 'mysql') {
        await knex.raw('ALTER TABLE ?? DROP INDEX ??', [table, name]);
        continue;
      }
      const constraint: unknown = await knex('pg_constraint').where({ conname: name }).first('oid');
      await (constraint === undefined
        ? knex.raw('DROP INDEX ??', [name])
        : knex.raw('ALTER TABLE ?? DROP CONSTRAINT ??', [table, name]));
    }
  }
}
