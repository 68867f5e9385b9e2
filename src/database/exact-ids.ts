import type { Core } from '@strapi/strapi';

/** The columns that hold ids of other systems, in which `a` and `A` are two ids. */
const EXACT = [
  ['customer_aggregator_ids', 'external_id'],
  ['bookings', 'external_id'],
  ['bookings', 'external_key'],
  ['bookings', 'member_id'],
] as const;

const EXACT_COLLATION = 'utf8mb4_bin';

/**
 * MariaDB and MySQL compare text without regard to case or trailing spaces unless told otherwise;
 * SQLite and PostgreSQL compare exactly. Tells them, once a column.
 */
export async function keepIdsExact(strapi: Core.Strapi): Promise<void> {
  if (strapi.db.dialect.client !== 'mysql') return;
  const knex = strapi.db.connection;
  for (const [table, column] of EXACT) {
    const row: unknown = await knex('information_schema.columns')
      .whereRaw('table_schema = database()')
      .where({ table_name: table, column_name: column })
      .first('collation_name as collation', 'column_type as type');
    const found = row as { collation: string; type: string } | undefined;
    if (found && found.collation !== EXACT_COLLATION) {
      await knex.raw(
        `ALTER TABLE ?? MODIFY ?? ${found.type} CHARACTER SET utf8mb4 COLLATE ${EXACT_COLLATION} NULL`,
        [table, column],
      );
    }
  }
}
