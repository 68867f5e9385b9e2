import type { Trx } from './ports';

/** Which database a statement is for, where one of them can do what the others cannot. */
export function dialectOf(trx: Trx): 'postgres' | 'mysql' | 'sqlite' {
  const { client } = (trx.client as { config: { client: string } }).config;
  if (client === 'pg') return 'postgres';
  return client === 'mysql2' ? 'mysql' : 'sqlite';
}
