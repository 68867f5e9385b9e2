import type { Core } from '@strapi/strapi';
import { collate } from './collation';

/**
 * The columns that hold ids of other systems, in which `a` and `A` are two ids. Our own document ids are
 * none of them: they have small letters only, and every column that they are joined with would have to
 * follow, or lose its index. Who is asked for one by another system looks whether it is the one found.
 */
const EXACT = [
  ['customer_aggregator_ids', 'external_id'],
  ['bookings', 'external_id'],
  ['bookings', 'external_key'],
  ['bookings', 'member_id'],
] as const;

const BYTE_BY_BYTE = 'utf8mb4_bin';

/**
 * MariaDB and MySQL compare text without regard to case or trailing spaces unless told otherwise;
 * SQLite and PostgreSQL compare exactly. Tells them, once a column.
 */
export async function keepIdsExact(strapi: Core.Strapi): Promise<void> {
  if (strapi.db.dialect.client !== 'mysql') return;
  for (const column of EXACT) {
    await collate(strapi.db.connection, column, {
      collation: BYTE_BY_BYTE,
      fits: (collation) => collation === BYTE_BY_BYTE,
    });
  }
}
