import { queryRows } from './rows';
import { quoted } from './together';
import type { Dependent, Made, Together } from './together';
import type { Trx } from './trx';

function list(names: string[], sql: (name: string) => string): string {
  return names.map(sql).join(', ');
}

/** One INSERT of the statement, of values that hang on an earlier part of it. */
function insertOf({ table, owner, columns }: Dependent, source: string): string {
  const names = Object.keys(columns);
  const values = list(names, () => '?');
  const target = list(owner === null ? names : [owner, ...names], quoted);
  const key = owner === null ? '' : `${source}.id, `;
  return `INSERT INTO ${quoted(table)} (${target}) SELECT ${key}${values} FROM ${source}`;
}

interface Statement {
  name: string;
  sql: string;
}

function textOf(document: Dependent, rows: Dependent[], { provided, along }: Together): string {
  const parts = [
    `provided AS (${provided.sql} RETURNING id)`,
    `made AS (${insertOf(document, 'provided')} RETURNING id)`,
    ...rows.map((row, index) => `part${index} AS (${insertOf(row, 'made')})`),
    ...along.map(
      ({ sql }, index) => `along${index} AS (${sql} AND EXISTS (SELECT 1 FROM made) RETURNING 1)`,
    ),
  ];
  const counts = along.map((_, index) => `(SELECT COUNT(*) FROM along${index}) AS along${index}`);
  return `WITH ${parts.join(', ')} SELECT ${['id', ...counts].join(', ')} FROM made`;
}

const statements = new Map<string, Statement>();

/** The statement of these tables and changes, put together once, under a short name of its own. */
function statementOf(document: Dependent, rows: Dependent[], together: Together): Statement {
  const tables = [document, ...rows].map((row) => row.table);
  const changes = [together.provided, ...together.along].map((change) => change.name);
  const key = [...tables, ...changes].join(' ');
  const known = statements.get(key);
  if (known) return known;
  const name = `insert-together-${statements.size}`;
  const made = { name, sql: textOf(document, rows, together) };
  statements.set(key, made);
  return made;
}

/**
 * Writes all of it in one statement, since PostgreSQL's statements may hold several that write, each
 * using what another one wrote.
 */
export async function insertAtOnce(
  trx: Trx,
  document: Dependent,
  together: Together,
): Promise<Made | null> {
  const rows = [...together.rows, ...together.after];
  const { provided, along } = together;
  const values = [
    ...provided.bindings,
    ...[document, ...rows].flatMap((row) => Object.values(row.columns)),
    ...along.flatMap(({ bindings }) => bindings),
  ];
  const { name, sql } = statementOf(document, rows, together);
  const [row] = (await queryRows(trx, name, sql, values)) as Array<Record<string, unknown>>;
  if (!row) return null;
  return { id: row.id as number, along: along.map((_, index) => Number(row[`along${index}`])) };
}
