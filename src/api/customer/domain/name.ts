import type { Core } from '@strapi/strapi';
import { CUSTOMERS } from './customer-row';

/**
 * The name under which staff meet a customer in lists and pickers, where Strapi shows one field.
 * It is kept beside the two that are entered, by whatever changes those.
 */
export function nameOf(firstName: string, lastName: string): string {
  return `${firstName} ${lastName}`.trim();
}

/** Names the customers that came into the database another way, or before names were kept. */
export async function nameTheNameless(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection;
  const joined =
    strapi.db.dialect.client === 'mysql'
      ? "CONCAT(first_name, ' ', last_name)"
      : "first_name || ' ' || last_name";
  await knex(CUSTOMERS)
    .whereNull('name')
    .update({ name: knex.raw(joined) });
}
