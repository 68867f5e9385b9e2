import { env } from '@strapi/utils';
import knexFactory from 'knex';
import type { Knex } from 'knex';
import config from '../../../../config/database';

/** Strapi's names of the drivers; knex has its own. */
const CLIENTS: Record<string, string> = { sqlite: 'better-sqlite3', postgres: 'pg' };

/** The database of the `DATABASE_*` variables, opened as the product opens it. */
export function openDatabase(): Knex {
  const { connection } = config({ env });
  return knexFactory({ ...connection, client: CLIENTS[connection.client] });
}
