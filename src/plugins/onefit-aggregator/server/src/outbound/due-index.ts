import type { Core } from '@strapi/strapi';
import { SYNC_RECORDS } from '../tables';
import { IS_WAITING } from './sync-record';

const NAME = 'onefit_sync_records_due_ix';

/**
 * Keeps an index of what waits and of nothing else, in the order in which it is claimed: a claim
 * then reads its batch, not every record that the venue ever had. MySQL and MariaDB have no such
 * indexes; there the venue's index narrows the search.
 */
export async function keepDueIndex(strapi: Core.Strapi): Promise<void> {
  if (strapi.db.dialect.client === 'mysql') return;
  const create = () =>
    strapi.db.connection.raw(
      `CREATE INDEX IF NOT EXISTS ${NAME} ON ${SYNC_RECORDS} (venue_key, urgent DESC, attempts, id)
       WHERE ${IS_WAITING.join(' AND ')}`,
    );
  // Of two instances that start at once, PostgreSQL lets one fail; it then finds the other's.
  await create().catch(create);
}
