import type { Core } from '@strapi/strapi';
import { SYNC_RECORDS } from '../tables';
import { dialectOf } from '../venue/dialect';
import { IS_REFUSED, IS_WAITING } from './sync-record';

/** In the order in which it is claimed: a claim reads its batch, not every record there is. */
const DUE = `CREATE INDEX IF NOT EXISTS onefit_sync_records_due_ix
  ON ${SYNC_RECORDS} (venue_key, urgent DESC, attempts, id) WHERE ${IS_WAITING.join(' AND ')}`;

const REFUSED = `CREATE INDEX IF NOT EXISTS onefit_sync_records_refused_ix
  ON ${SYNC_RECORDS} (venue_key) WHERE ${IS_REFUSED}`;

/**
 * Keeps indexes of what waits, and of what was refused, and of nothing else: what is delivered is
 * nearly all there is. MySQL and MariaDB have no such indexes; there the venue's index narrows the
 * search.
 */
export async function keepIndexesOfTheOpen(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection;
  if (dialectOf(knex) === 'mysql') return;
  for (const sql of [DUE, REFUSED]) {
    const create = () => knex.raw(sql);
    // Of two instances that start at once, PostgreSQL lets one fail; it then finds the other's.
    await create().catch(create);
  }
}
