import type { RunningVenue } from './strapi';

/** As many rows as SQLite takes in one statement, with room. */
const CHUNK = 20;

type Columns = Record<string, unknown>;

/** Inserts rows, however many, past every rule. */
export async function insertAll(
  { strapi }: RunningVenue,
  table: string,
  rows: Columns[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await strapi.db.connection(table).insert(rows.slice(start, start + CHUNK));
  }
}

/**
 * Copies the row of a document many times, past every rule: for lists that must be long. Each copy
 * has a number and a document id of its own, and what `vary` says of it.
 *
 * @returns the copies' ids
 */
export async function copyRows(
  venue: RunningVenue,
  table: string,
  documentId: string,
  count: number,
  vary: (index: number) => Columns = () => ({}),
): Promise<Array<{ id: number; documentId: string }>> {
  const knex = venue.strapi.db.connection;
  const row = (await knex(table).where({ document_id: documentId }).first('*')) as Columns;
  const { id: _, ...original } = row;
  const copies = Array.from({ length: count }, (__, index) => ({
    ...original,
    document_id: `${documentId}-${index}`,
    ...vary(index),
  }));
  await insertAll(venue, table, copies);
  return knex(table)
    .where('document_id', 'like', `${documentId}-%`)
    .orderBy('id')
    .select<Array<{ id: number; documentId: string }>>({ id: 'id', documentId: 'document_id' });
}
