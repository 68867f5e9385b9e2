import type { Core } from '@strapi/strapi';

/** Every row of every table, as text, by table. */
export type TableDump = Record<string, string[]>;

/** The clock's own: its jobs write there on every fifth minute, whatever a test does. */
const OF_THE_CLOCK = ['onefit_leases'];

/** Reads all tables. The rows of a table are in the order of their text. */
export async function dumpTables({ db }: Core.Strapi): Promise<TableDump> {
  const tables = await db.dialect.schemaInspector.getTables();
  const dump: TableDump = {};
  for (const table of tables.filter((name) => !OF_THE_CLOCK.includes(name)).sort()) {
    const rows = (await db.connection(table).select('*')) as unknown[];
    dump[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return dump;
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
  expect(await dumpTables(strapi)).toEqual(before);
  return result;
}
