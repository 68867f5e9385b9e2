import type { Core } from '@strapi/strapi';
import type { Knex } from './trx';

/** A transaction that its caller ends by hand, as Strapi does. */
interface Transactor {
  isCompleted(): boolean;
  commit(value?: unknown): Promise<unknown>;
  /** rejects where BEGIN or COMMIT failed, or nobody can tell */
  executionPromise: Promise<unknown>;
}

async function failing(trx: Transactor): Promise<Transactor> {
  // Over before it began: its BEGIN failed.
  if (trx.isCompleted()) await trx.executionPromise;
  const commit = trx.commit.bind(trx);
  trx.commit = async (value) => {
    const done = await commit(value);
    await trx.executionPromise;
    return done;
  };
  return trx;
}

/**
 * Makes a BEGIN or COMMIT that fails an error of whoever waits for it. Knex tells of it to the
 * transaction's own promise alone. Strapi waits for `commit()`, which then succeeds: what a database
 * that went away in this moment never kept would be answered as saved. After a failed BEGIN it goes
 * on, and fails with an error from which nobody sees that trying again helps.
 */
export function failWhereKnexIsSilent({ db }: Pick<Core.Strapi, 'db'>): void {
  const knex: Knex = db.connection;
  const begin = knex.transaction.bind(knex) as (...args: unknown[]) => Promise<Transactor>;
  const transaction = (...args: unknown[]) => {
    const begun = begin(...args);
    // With work to do, Knex commits by itself and fails as it should.
    return typeof args[0] === 'function' ? begun : begun.then(failing);
  };
  Object.defineProperty(knex, 'transaction', { value: transaction, configurable: true });
}
