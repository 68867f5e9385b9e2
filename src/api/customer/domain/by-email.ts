import type { Core } from '@strapi/strapi';
import { collate } from '../../../database/collation';
import { driverOf } from '../../../database/driver';
import type { Trx } from '../../../database/trx';
import { CUSTOMERS } from './customer-row';

/** The number comes last, so that PostgreSQL finds them in its order and looks at no others. */
const BY_EMAIL = `CREATE INDEX IF NOT EXISTS customers_email_lower_ix
  ON ${CUSTOMERS} (LOWER(email), id)`;

/**
 * Keeps customers found by their e-mail address without looking at all of them, in whichever case it is
 * written: by an index of it in small letters. MariaDB and MySQL have none of such a kind, and compare
 * without regard to case by themselves, unless the database was made to do otherwise.
 */
export async function keepEmailsFound(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection;
  if (strapi.db.dialect.client === 'mysql') {
    await collate(knex, [CUSTOMERS, 'email'], {
      collation: 'utf8mb4_general_ci',
      fits: (collation) => collation.endsWith('_ci'),
    });
    return;
  }
  const create = () => knex.raw(BY_EMAIL);
  // Of two instances that start at once, PostgreSQL lets one fail; it then finds the other's.
  await create().catch(create);
}

/** The customers who have an e-mail address, in whichever case it is written. */
export function customersByEmail(trx: Trx, email: string) {
  const customers = trx(CUSTOMERS);
  return driverOf(trx) === 'mysql2'
    ? customers.where({ email })
    : customers.whereRaw('LOWER(email) = ?', [email.toLowerCase()]);
}
