import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { chosenDatabase } from './database';

/** Long enough for whoever comes meanwhile to come as far as the row that it waits for. */
const UNDER_WAY_MS = 400;

/** A test of what SQLite cannot do: it has one connection, so there nothing can come between. */
export const onServers = chosenDatabase() === 'sqlite' ? it.skip : it;

/**
 * Does something in a transaction, and lets another begin before that is committed; gives what came of
 * the other.
 *
 * @param first is given the transaction
 * @param other begins outside it, and may have to wait for it
 */
export async function meanwhile<Result>(
  { db }: Core.Strapi,
  first: (trx: Knex) => Promise<unknown>,
  other: () => PromiseLike<Result>,
): Promise<Result> {
  let begin = () => {};
  const waiting = new Promise<void>((resolve) => {
    begin = resolve;
  }).then(other);
  await db.transaction(async ({ trx }) => {
    await first(trx);
    begin();
    await sleep(UNDER_WAY_MS);
  });
  return waiting;
}
