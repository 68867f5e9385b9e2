import type { RunningVenue } from './strapi';

/** The SQL that a venue runs while `work` is done, in its order, without the values. */
export async function statementsOf<Result>(
  { strapi }: RunningVenue,
  work: () => Promise<Result>,
): Promise<{ result: Result; statements: string[] }> {
  const statements: string[] = [];
  const listen = ({ sql }: { sql: string }) => statements.push(sql);
  strapi.db.connection.on('query', listen);
  try {
    return { result: await work(), statements };
  } finally {
    strapi.db.connection.off('query', listen);
  }
}
