import { SYNC_RECORDS } from '../tables';
import type { Trx } from '../venue/ports';
import type { Claim } from './claim';
import { dialectOf } from '../venue/dialect';

/** What a record gets of its own, beside what all of them get; every row has the same columns. */
interface Row {
  id: number;
  acknowledged_version?: number;
  fingerprint?: string | null;
  sent_payload?: string | null;
}

type Column = Exclude<keyof Row, 'id'>;
type Value = string | number | null;

/** What is written, and of which claim the records must still be. */
interface Update {
  token: string;
  rows: Row[];
  /** of which each row has a value of its own */
  columns: Column[];
  /** the same in every row */
  shared: Record<string, unknown>;
}

/** PostgreSQL's types of the columns whose values come as lists. */
const TYPES: Record<keyof Row, string> = {
  id: 'integer',
  acknowledged_version: 'integer',
  fingerprint: 'varchar',
  sent_payload: 'text',
};

const valueOf = (row: Row, column: keyof Row): Value => row[column] ?? null;

/** The same text for any number of rows: one list a column, joined to the table. */
async function fromLists(trx: Trx, { token, rows, columns, shared }: Update): Promise<void> {
  const names: Array<keyof Row> = ['id', ...columns];
  const same = Object.entries(shared);
  const sets = [
    ...same.map(([name]) => `${name} = ?`),
    ...columns.map((name) => `${name} = own.${name}`),
  ];
  const lists = names.map((name) => `?::${TYPES[name]}[]`);
  const sql = `UPDATE ${SYNC_RECORDS} AS held SET ${sets.join(', ')}
    FROM unnest(${lists.join(', ')}) AS own (${names.join(', ')})
    WHERE held.id = own.id AND held.lease_token = ?`;
  const values = [
    ...same.map(([, value]) => value),
    ...names.map((name) => rows.map((row) => valueOf(row, name))),
    token,
  ];
  // Planned once a connection: what each row has of its own says what all of them share.
  await trx.raw(sql, values as never).options({ name: `onefit-held ${names.join(' ')}` });
}

/** One expression a column that names every row. */
async function byCases(trx: Trx, { token, rows, columns, shared }: Update): Promise<void> {
  // Ids are numbers of our own.
  const cases = rows.map(({ id }) => `WHEN ${id} THEN ?`).join(' ');
  const own = columns.map((name) => [
    name,
    trx.raw(
      `CASE id ${cases} END`,
      rows.map((row) => valueOf(row, name)),
    ),
  ]);
  await trx(SYNC_RECORDS)
    .where({ lease_token: token })
    .whereIn(
      'id',
      rows.map(({ id }) => id),
    )
    .update({ ...shared, ...(Object.fromEntries(own) as object) });
}

/**
 * Writes to the claimed records in one statement, to each its own values beside those that all of
 * them get. Whoever lost the lease changes nothing.
 *
 * @param rows all with the same columns
 * @param shared always the same columns beside the same ones of `rows`
 */
export async function updateHeld(
  trx: Trx,
  claim: Claim,
  rows: Row[],
  shared: Record<string, unknown> = {},
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = (Object.keys(first) as Array<keyof Row>).filter((name) => name !== 'id');
  const write = dialectOf(trx) === 'postgres' ? fromLists : byCases;
  await write(trx, { token: claim.token, rows, columns, shared });
}
