import type { Change } from './rows';

/** A row that stands or falls with a document: one of its links, or a line about it. */
export interface Dependent {
  table: string;
  /** the column that takes the document's number; null = the row does not hold it */
  owner: string | null;
  columns: Record<string, unknown>;
}

/** What is written together with a document. */
export interface Together {
  rows: Dependent[];
  /** Must change its row, or nothing is written. */
  provided: Change;
  /** Rows with a foreign key to what `provided` changes. */
  after: Dependent[];
  /** Changes of rows elsewhere that follow from it. */
  along: Change[];
}

/** The number of the document, and how many rows each change that went along has changed. */
export interface Made {
  id: number;
  along: number[];
}

/** The columns of a row, its owner's number among them. */
export function rowOf({ owner, columns }: Dependent, id: number): Record<string, unknown> {
  return owner === null ? columns : { [owner]: id, ...columns };
}

/** A name as PostgreSQL and SQLite take it. */
export function quoted(name: string): string {
  return `"${name}"`;
}
