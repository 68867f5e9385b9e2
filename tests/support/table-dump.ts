import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** Every row of every table, as text, by table. */
export type TableDump = Record<string, string[]>;

/**
 * Written by the clock, whatever a test does: the leases of our jobs, the activity log, which notes
 * a refusal once it is answered, the mails about the connection, and Strapi's settings, where its
 * media library notes fifteen seconds after the start that it counted its files.
 */
export const OF_THE_CLOCK = [
  'onefit_leases',
  'onefit_activity_log',
  'onefit_notices',
  'strapi_core_store_settings',
];

/** The same of single columns: a confirmation that no mail server takes is tried every five minutes. */
const COLUMNS_OF_THE_CLOCK: Record<string, string[] | undefined> = {
  onefit_extension_orders: ['confirmation_error', 'confirmation_sent_at'],
};

function withoutClock(table: string, row: object): object {
  const left = COLUMNS_OF_THE_CLOCK[table] ?? [];
  return Object.fromEntries(Object.entries(row).filter(([column]) => !left.includes(column)));
}

/** Reads these tables. The rows of a table are in the order of their text. */
export async function dumpRows(knex: Knex, tables: string[]): Promise<TableDump> {
  const dump: TableDump = {};
  for (const table of [...tables].sort()) {
    const rows = (await knex(table).select('*')) as object[];
    dump[table] = rows.map((row) => JSON.stringify(withoutClock(table, row))).sort();
  }
  return dump;
}

/** Reads all tables of a venue in this process, but those of the clock. */
export async function dumpTables({ db }: Core.Strapi): Promise<TableDump> {
  const tables = await db.dialect.schemaInspector.getTables();
  return dumpRows(
    db.connection,
    tables.filter((name) => !OF_THE_CLOCK.includes(name)),
  );
}

/** The rows that two dumps do not share, as `table - row` and `table + row`. */
export function dumpDifference(before: TableDump, after: TableDump): string[] {
  const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return tables.flatMap((table) => {
    const [old, now] = [new Set(before[table]), new Set(after[table])];
    return [
      ...[...old].filter((row) => !now.has(row)).map((row) => `${table} - ${row}`),
      ...[...now].filter((row) => !old.has(row)).map((row) => `${table} + ${row}`),
    ];
  });
}

/**
 * Runs `work` and fails unless every table is afterwards, byte for byte, what it was before.
 *
 * @returns what `work` gives
 */
export async function writingNothing<Result>(
  strapi: Core.Strapi,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = await dumpTables(strapi);
  const result = await work();
  expect(dumpDifference(before, await dumpTables(strapi))).toEqual([]);
  return result;
}
