import { documentColumns, insertDocument, newDocumentId } from './insert';
import type { InsertedDocument } from './insert';
import { queryRows, writesTogether } from './rows';
import type { Trx } from './trx';

/** A row that stands or falls with a document: one of its links, or a line about it. */
export interface Dependent {
  table: string;
  /** the column that takes the document's number; null = the row does not hold it */
  owner: string | null;
  columns: Record<string, unknown>;
}

function list(names: string[], sql: (name: string) => string): string {
  return names.map(sql).join(', ');
}

const quoted = (name: string) => `"${name}"`;

/** One INSERT of the statement; a row that holds the document's number takes it from `made`. */
function insertOf({ table, owner, columns }: Dependent): string {
  const names = Object.keys(columns);
  const values = list(names, () => '?');
  const target = list(owner === null ? names : [owner, ...names], quoted);
  const source = owner === null ? `VALUES (${values})` : `SELECT made.id, ${values} FROM made`;
  return `INSERT INTO ${quoted(table)} (${target}) ${source}`;
}

const texts = new Map<string, string>();

/** The statement of a name, put together once. */
function textOf(name: string, document: Dependent, dependents: Dependent[]): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const parts = dependents.map((row, index) => `part${index} AS (${insertOf(row)})`);
  const all = [`made AS (${insertOf(document)} RETURNING id)`, ...parts].join(', ');
  const text = `WITH ${all} SELECT id FROM made`;
  texts.set(name, text);
  return text;
}

/** One statement that writes all of it, for a database whose statements may hold several writes. */
async function insertAtOnce(
  trx: Trx,
  name: string,
  document: Dependent,
  dependents: Dependent[],
): Promise<number> {
  const values = [document, ...dependents].flatMap(({ columns }) => Object.values(columns));
  const sql = textOf(name, document, dependents);
  const [row] = (await queryRows(trx, name, sql, values)) as Array<{ id: number }>;
  if (!row) throw new Error(`Nothing was inserted into ${document.table}.`);
  return row.id;
}

/**
 * Inserts a document and the rows that depend on it: in one statement where the database can, else
 * one after the other, in their order.
 *
 * @param name of these tables and columns, in this order, and no others
 * @param dependents given the document's id, since lines about it name that
 */
export async function insertDocumentWith(
  trx: Trx,
  name: string,
  table: string,
  columns: Record<string, unknown>,
  dependents: (documentId: string) => Dependent[],
  now: Date,
): Promise<InsertedDocument> {
  const documentId = newDocumentId();
  const rows = dependents(documentId);
  if (!writesTogether(trx)) {
    const made = await insertDocument(trx, table, columns, now, documentId);
    for (const row of rows) {
      const owned = row.owner === null ? {} : { [row.owner]: made.id };
      await trx(row.table).insert({ ...owned, ...row.columns });
    }
    return made;
  }
  const document = { ...documentColumns(documentId, now), ...columns };
  const id = await insertAtOnce(trx, name, { table, owner: null, columns: document }, rows);
  return { id, documentId };
}
