import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { DatabaseKind } from '../../support/database';
import { dumpDifference, dumpRows, OF_THE_CLOCK } from '../../support/table-dump';
import type { TableDump } from '../../support/table-dump';

const TABLES: Record<DatabaseKind, string> = {
  sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  postgres: "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  mysql: 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = database()',
};

/** For what a server may still do with a request whose caller has gone. */
const REST_MS = 50;

/** Sees whether anything was written anywhere. */
export interface Watch {
  /** What changed since the last look, row by row; empty = nothing. */
  look(): Promise<string[]>;
}

async function tablesOf(knex: Knex, kind: DatabaseKind): Promise<string[]> {
  const result: unknown = await knex.raw(TABLES[kind]);
  const rows = (
    kind === 'sqlite'
      ? result
      : kind === 'postgres'
        ? (result as { rows: unknown }).rows
        : (result as unknown[])[0]
  ) as Array<{ name: string }>;
  return rows.map((row) => row.name);
}

/**
 * Compares every row of every table, past the venue, on a connection of its own.
 *
 * @param except tables that are left out
 */
export async function createWatch(
  knex: Knex,
  kind: DatabaseKind,
  except: string[] = OF_THE_CLOCK,
): Promise<Watch> {
  const tables = (await tablesOf(knex, kind)).filter((table) => !except.includes(table));
  let last: TableDump = await dumpRows(knex, tables);
  return {
    async look() {
      await sleep(REST_MS);
      const now = await dumpRows(knex, tables);
      const difference = dumpDifference(last, now);
      last = now;
      return difference;
    },
  };
}
