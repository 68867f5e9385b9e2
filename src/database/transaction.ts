import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../domain/refusal';
import { say } from '../domain/sentence';
import { isOvertaken, isPoolExhausted, isTransient } from './errors';
import type { Trx } from './trx';

const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 10;
/** Whoever asked waits no longer: after this no further try is begun. */
const PATIENCE_MS = 3_000;

/** A pause that doubles, with jitter, so that those who collided do not collide again. */
function pause(attempt: number): Promise<void> {
  return sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random()));
}

function busy(strapi: Core.Strapi, error: unknown): Refusal {
  strapi.log.warn(`The database stayed busy: ${String((error as Error).message)}`);
  return new Refusal(
    'temporarily_unavailable',
    say`The database is busy. Nothing was saved; try again in a moment.`,
  );
}

/**
 * What to tell of a transaction that was rolled back for good: a refusal where the database was
 * only busy, so that trying again can help; any other error as it is.
 */
export function refusalIfBusy(strapi: Core.Strapi, error: unknown): unknown {
  return isTransient(error) ? busy(strapi, error) : error;
}

/**
 * The same for a transaction that nobody runs again, and where somebody else was first, with the same
 * key or by deleting what it belongs to: a second try then reads what they wrote.
 */
export function refusalIfOvertaken(strapi: Core.Strapi, error: unknown): unknown {
  if (!isOvertaken(error)) return refusalIfBusy(strapi, error);
  return new Refusal(
    'saved_meanwhile',
    say`Somebody else saved the same at this moment. Reload the page and look before you save again.`,
  );
}

/**
 * Runs `work` in one database transaction and gives what it returns.
 *
 * Inside another transaction it joins that one. Otherwise it runs the whole of `work` again, at
 * most five times and for three seconds, when the database was busy, found a deadlock, or an index or a
 * key refused a row since a concurrent transaction was first; `work` therefore decides everything from
 * what it reads inside. Where no connection came free it is not run again: that wait was long
 * enough, and those who wait make it longer for all. Nothing slow (HTTP, e-mail, files) belongs in it:
 * SQLite has one connection.
 *
 * @throws Refusal `temporarily_unavailable` when the database stays busy
 */
export async function inTransaction<Result>(
  strapi: Core.Strapi,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  const nested = strapi.db.inTransaction();
  const end = performance.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await strapi.db.transaction(({ trx }) => work(trx as Trx));
    } catch (error) {
      if (nested || !(isTransient(error) || isOvertaken(error))) throw error;
      // Whoever was overtaken in the last try reads in the next one what the other wrote.
      const isLast = attempt === ATTEMPTS || performance.now() > end || isPoolExhausted(error);
      if (isLast) throw busy(strapi, error);
      await pause(attempt);
    }
  }
}
