import { AsyncLocalStorage } from 'node:async_hooks';
import type { RunningVenue } from './strapi';

const measured = new AsyncLocalStorage<true>();

/**
 * The SQL that `work` makes a venue run, in its order, without the values: what it runs itself and
 * what requests run. What the clock and the sender run beside it is not counted.
 */
export async function statementsOf<Result>(
  { strapi }: Pick<RunningVenue, 'strapi'>,
  work: () => Promise<Result>,
): Promise<{ result: Result; statements: string[] }> {
  const statements: string[] = [];
  const listen = ({ sql }: { sql: string }) => {
    if (measured.getStore() || strapi.requestContext.get()) statements.push(sql);
  };
  strapi.db.connection.on('query', listen);
  try {
    return { result: await measured.run(true, work), statements };
  } finally {
    strapi.db.connection.off('query', listen);
  }
}
