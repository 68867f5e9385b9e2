import { copyFile } from 'node:fs/promises';
import type { Knex } from 'knex';
import { onServer, SERVERS } from './servers';

/** What MariaDB tells of a table: its name and the statement that makes it. */
type CreateTable = [Array<{ 'Create Table': string }>];

async function copyTable(knex: Knex, template: string, table: string): Promise<void> {
  const [[made]] = (await knex.raw('SHOW CREATE TABLE ??.??', [template, table])) as CreateTable;
  if (!made) throw new Error(`The database ${template} has no table ${table}.`);
  // Its text holds question marks that are none of knex's.
  await knex.raw(made['Create Table'].replaceAll('?', '\\?'));
  await knex.raw('INSERT INTO ?? SELECT * FROM ??.??', [table, template, table]);
}

/** MariaDB cannot copy a database, only tables, which refer to each other in any order. */
async function copyTables(template: string, name: string): Promise<void> {
  await onServer('mysql', (knex) => knex.raw(SERVERS.mysql.create, [name]));
  await onServer(
    'mysql',
    async (knex) => {
      await knex.raw('SET SESSION foreign_key_checks = 0');
      const tables = (await knex('information_schema.tables')
        .where({ table_schema: template })
        .pluck('table_name')) as string[];
      for (const table of tables) await copyTable(knex, template, table);
    },
    name,
  );
}

/** How each kind of database is copied, from one name to another. */
export const COPYING = {
  sqlite: (template: string, name: string) => copyFile(template, name),
  postgres: (template: string, name: string) =>
    onServer('postgres', (knex) => knex.raw('CREATE DATABASE ?? TEMPLATE ??', [name, template])),
  mysql: copyTables,
};
