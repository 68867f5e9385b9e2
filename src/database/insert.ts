import { customAlphabet } from 'nanoid';
import { driverOf } from './driver';
import type { Trx } from './trx';

export interface InsertedDocument {
  id: number;
  documentId: string;
}

/** The columns that Strapi gives every document of a type without draft & publish. */
export function documentColumns(documentId: string, now: Date) {
  return {
    document_id: documentId,
    created_at: now,
    updated_at: now,
    published_at: now,
    locale: null,
  };
}

/** A new document id: as many of the same letters and digits as the Document Service's own have. */
export const newDocumentId = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 24);

/** MariaDB and MySQL give the new number by themselves, and cannot give columns. */
function returnsRows(trx: Trx): boolean {
  return driverOf(trx) !== 'mysql2';
}

/**
 * Inserts one row of a content type as the Document Service would, past its hooks: for decisions
 * whose every statement must stand in one short transaction.
 */
export async function insertDocument(
  trx: Trx,
  table: string,
  columns: Record<string, unknown>,
  now: Date,
): Promise<InsertedDocument> {
  const documentId = newDocumentId();
  const row = { ...documentColumns(documentId, now), ...columns };
  const inserted: Array<number | { id: number }> = await (returnsRows(trx)
    ? trx(table).insert(row, ['id'])
    : trx(table).insert(row));
  const first = inserted[0];
  return { id: typeof first === 'object' ? first.id : Number(first), documentId };
}

/** Rows in one statement; stays below SQLite's limit of bound values. */
const CHUNK = 200;

/** Inserts many documents; `documentId` of each is chosen by the caller. */
export async function insertDocuments(
  trx: Trx,
  table: string,
  rows: Array<{ documentId: string; columns: Record<string, unknown> }>,
  now: Date,
): Promise<void> {
  for (const chunk of chunks(rows, CHUNK)) {
    await trx(table).insert(
      chunk.map((row) => ({ ...documentColumns(row.documentId, now), ...row.columns })),
    );
  }
}

/** Cuts a list into pieces of at most `size`. */
export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const pieces: Item[][] = [];
  for (let start = 0; start < items.length; start += size) {
    pieces.push(items.slice(start, start + size));
  }
  return pieces;
}
