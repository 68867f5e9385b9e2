import { driverOf } from './driver';
import { documentColumns, newDocumentId } from './insert';
import type { InsertedDocument } from './insert';
import { insertAtOnce } from './insert-at-once';
import { insertInOneGo } from './insert-in-one-go';
import { insertInTurn } from './insert-in-turn';
import { sqliteOf } from './sqlite';
import type { Dependent, Made, Together } from './together';
import type { Trx } from './trx';

/** The document as it was made, and how many rows each change that went along has changed. */
export type InsertedTogether = InsertedDocument & Pick<Made, 'along'>;

/** Takes the shortest way that the database has. */
async function insertTogether(
  trx: Trx,
  document: Dependent,
  together: Together,
): Promise<Made | null> {
  if (driverOf(trx) === 'pg') return insertAtOnce(trx, document, together);
  const sqlite = await sqliteOf(trx);
  return sqlite ? insertInOneGo(sqlite, document, together) : insertInTurn(trx, document, together);
}

/**
 * Inserts a document and all that stands or falls with it. The row of `provided` comes as late as
 * can be, since its lock lasts until the commit.
 *
 * @param together given the document's id, since lines about it name that. The same tables and
 *   changes always come with the same columns and texts: the statement is put together once.
 * @returns null when `provided` found no row; the caller undoes the transaction then
 */
export async function insertDocumentWith(
  trx: Trx,
  table: string,
  columns: Record<string, unknown>,
  together: (documentId: string) => Together,
  now: Date,
): Promise<InsertedTogether | null> {
  const documentId = newDocumentId();
  const all = { ...documentColumns(documentId, now), ...columns };
  const document = { table, owner: null, columns: all };
  const made = await insertTogether(trx, document, together(documentId));
  return made && { ...made, documentId };
}
