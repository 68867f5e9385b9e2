import path from 'node:path';
import { connect } from '../../support/connect';
import type { Knex } from '../../support/connect';
import { makeDatabase } from '../../support/database';
import type { TestDatabase } from '../../support/database';
import { testEnvironment } from '../../support/environment';
import { startVenueProcess } from '../../support/venue-process';
import type { Generator } from '../load/generator';
import { MOST_PER_SECOND } from '../load/run-task';
import type { LoadResult, LoadTask } from '../load/task';
import type { BenchDatabase, BenchOptions } from '../shared/options';
import { fillHistory } from '../fill/history';
import { fillStock } from '../fill/stock';
import { completeAppointments, fillVenue } from '../fill/venue';
import { sessionDocumentId } from '../fill/names';
import { startServer } from './server-process';
import { startStock } from './stock';

/** Sessions over which spread bookings go. */
const SPREAD = 200;
/** What a database has that is not empty. */
const GROWN = { appointments: 20_000, members: 50_000 };

/** What a round asks for, beside whom it asks. */
type Round = Pick<LoadTask, 'pace' | 'seconds' | 'sessions'>;

/** A server that takes bookings, on a database of its own. */
export interface Side {
  knex: Knex;
  book(round: Round): Promise<LoadResult>;
  stop(): Promise<void>;
}

const SECRET = 'test-secret';

/** The sessions of a spread round. */
export function spreadSessions(): string[] {
  return Array.from({ length: SPREAD }, (_, number) => sessionDocumentId(number));
}

/** The one session of a hot round; every round has its own, so that members never run out. */
export function hotSession(round: number): string[] {
  return [sessionDocumentId(SPREAD + round)];
}

function fillingOf({ rounds, seconds }: BenchOptions) {
  return { sessions: SPREAD + rounds, members: MOST_PER_SECOND * seconds };
}

/** Numbers the bookings of a server through, and takes everything away in the end. */
function sideOf(
  generator: Generator,
  target: Pick<LoadTask, 'form' | 'url' | 'venue' | 'members' | 'secret'>,
  { database, knex }: { database: TestDatabase; knex: Knex },
  stopServer: () => Promise<void>,
): Side {
  let next = 1;
  return {
    knex,
    async book(round) {
      const result = await generator.run({ ...target, ...round, first: next });
      next += result.asked;
      return result;
    },
    async stop() {
      await knex.destroy();
      await stopServer();
      await database.drop();
    },
  };
}

/** A database as the product makes it, filled; whoever asks starts the server. */
async function fillProductDatabase(kind: BenchDatabase, options: BenchOptions, grown: boolean) {
  const database = await makeDatabase(kind);
  const server = await startVenueProcess(database, { NODE_ENV: 'production' });
  const knex = connect(database);
  const { sessions, members: needed } = fillingOf(options);
  const members = grown ? Math.max(needed, GROWN.members) : needed;
  const venue = await fillVenue(knex, kind, { sessions, members });
  if (grown) await fillHistory(knex, kind, { ...GROWN, members });
  await completeAppointments(knex, kind);
  await knex.raw('ANALYZE');
  return { database, server, knex, venue, members };
}

/**
 * The product. `grown`: with 200,000 bookings, 20,000 appointments and 50,000 customers; else with
 * the sessions and members of the rounds alone.
 */
export async function startProduct(
  generator: Generator,
  kind: BenchDatabase,
  options: BenchOptions,
  grown = false,
): Promise<Side> {
  const { server, venue, members, ...filled } = await fillProductDatabase(kind, options, grown);
  const target = { form: 'signed' as const, url: server.url, venue, members, secret: SECRET };
  return sideOf(generator, target, filled, () => server.stop());
}

/** The bare server, on a database like the product's. */
export async function startBare(
  generator: Generator,
  kind: BenchDatabase,
  options: BenchOptions,
): Promise<Side> {
  const { server, venue, members, ...filled } = await fillProductDatabase(kind, options, false);
  await server.stop();
  const { url, stop } = await startServer(path.join(__dirname, 'bare/server.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...testEnvironment(filled.database), NODE_ENV: 'production' },
  });
  return sideOf(generator, { form: 'bare', url, venue, members, secret: '' }, filled, stop);
}

/** Stock Strapi, with as many appointments and customers as the product. */
export async function startStockSide(
  generator: Generator,
  kind: BenchDatabase,
  options: BenchOptions,
): Promise<Side> {
  const database = await makeDatabase(kind);
  const server = await startStock(database, options.stockTuned);
  const knex = connect(database);
  const filling = fillingOf(options);
  await fillStock(knex, kind, filling);
  await knex.raw('ANALYZE');
  const { url, token: secret } = server;
  const { members } = filling;
  const target = { form: 'stock' as const, url, venue: '', members, secret };
  return sideOf(generator, target, { database, knex }, () => server.stop());
}
