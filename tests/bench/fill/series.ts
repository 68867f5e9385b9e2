import type { Knex } from 'knex';
import type { BenchDatabase } from '../shared/options';

/** What differs between the databases in the SQL that fills them; `i` numbers the rows from 0. */
export interface Dialect {
  /** an instant, so many minutes after another one; the minutes are an SQL expression */
  at(base: Date, minutes: string): string;
  /** a document id nobody has, 24 letters and digits, in no order */
  randomId: string;
  /** a number as text, with zeros before it */
  padded(number: string, length: number): string;
}

const DIALECTS: Record<BenchDatabase, Dialect> = {
  sqlite: {
    at: (base, minutes) => `(${base.getTime()} + (${minutes}) * 60000)`,
    randomId: 'lower(hex(randomblob(12)))',
    padded: (number, length) => `printf('%0${length}d', ${number})`,
  },
  postgres: {
    at: (base, minutes) =>
      `(timestamp '${base.toISOString().slice(0, 23)}' + (${minutes}) * interval '1 minute')`,
    randomId: 'substr(md5(random()::text || clock_timestamp()::text), 1, 24)',
    padded: (number, length) => `lpad((${number})::text, ${length}, '0')`,
  },
};

export function dialectOf(kind: BenchDatabase): Dialect {
  return DIALECTS[kind];
}

/** Inserts what a query gives: names of columns, each with its SQL expression. */
export async function insertSelect(
  knex: Knex,
  table: string,
  columns: Record<string, string>,
  from: string,
): Promise<void> {
  const names = Object.keys(columns).join(', ');
  await knex.raw(
    `INSERT INTO ${table} (${names}) SELECT ${Object.values(columns).join(', ')} ${from}`,
  );
}

/** Inserts `count` rows in one statement, numbered by `i` from 0. */
export async function insertSeries(
  knex: Knex,
  table: string,
  count: number,
  columns: Record<string, string>,
): Promise<void> {
  if (count === 0) return;
  const names = Object.keys(columns).join(', ');
  await knex.raw(
    `INSERT INTO ${table} (${names})
     WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})
     SELECT ${Object.values(columns).join(', ')} FROM n`,
  );
}

/** The columns that Strapi gives every document, beside its id. */
export function documentColumns(at: string) {
  return { created_at: at, updated_at: at, published_at: at };
}
