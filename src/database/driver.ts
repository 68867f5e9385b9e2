import type { Trx } from './trx';

/** The name by which Knex knows the driver: `pg`, `mysql2` or `better-sqlite3`. */
export function driverOf(trx: Trx): string {
  return (trx.client as { config: { client: string } }).config.client;
}
