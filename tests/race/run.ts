import { makeDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { makeArena } from './arena';
import type { Call } from './calls/call';
import { createPerformer } from './calls/perform';
import { clockOrigin, runClock } from './calls/run-clock';
import { runCallers } from './calls/run-callers';
import { check } from './checker/check';
import type { Result } from './checker/check';
import { fillUp } from './fill';
import type { Options } from './options';
import { planMoves } from './plan/plan';
import { appointmentsFor } from './plan/scene';
import { createPrng } from '../support/prng';
import { connect } from '../support/connect';
import { dropUniqueKeys } from './rows/drop-unique-keys';
import { untilQuiet } from './rows/quiet';
import { readRows } from './rows/venue-rows';
import { ONEFIT_SECRET, startServers } from './servers/start-servers';
import type { RunningServers } from './servers/start-servers';

export interface RunReport {
  results: Result[];
  /** the calls that members and staff made, without the filling up */
  calls: Call[];
  fillCalls: number;
  appointments: number;
  /** seconds in which the calls were made */
  seconds: number;
  /** warnings and errors that the servers logged */
  complaints: string[];
}

function unguarded({ control, db }: Options): 'taking' | 'looking' | null {
  if (control !== 'spots') return null;
  return db === 'sqlite' ? 'looking' : 'taking';
}

/** From the first call to the last answer. */
function secondsOf(calls: Call[]): number {
  const ends = calls.map((call) => call.answeredAt ?? call.invokedAt);
  return (Math.max(...ends) - (calls[0]?.invokedAt ?? 0)) / 1000;
}

async function race(
  options: Options,
  database: TestDatabase,
  servers: RunningServers,
  signal: AbortSignal,
): Promise<RunReport> {
  const knex = connect(database);
  try {
    signal.throwIfAborted();
    const random = createPrng(options.seed);
    const appointments = appointmentsFor(options.attempts);
    const arena = await makeArena(servers.urls, ONEFIT_SECRET, appointments, random);
    if (options.control === 'keys') await dropUniqueKeys(knex, options.db);
    const { target } = arena;
    const origin = clockOrigin();
    const clock = runClock(origin);
    const calls = await runCallers(planMoves(arena, random), {
      ...options,
      target,
      origin,
      signal,
    });
    await untilQuiet(knex);
    const performer = createPerformer(target, 'fill', clock);
    const filled = await fillUp(arena, await readRows(knex), performer);
    performer.close();
    const results = check({
      arena,
      calls: [...calls, ...filled.calls],
      rows: await readRows(knex),
      fills: filled.fills,
    });
    return {
      results,
      calls,
      fillCalls: filled.calls.length,
      appointments,
      seconds: secondsOf(calls),
      complaints: servers.complaints,
    };
  } finally {
    await knex.destroy();
  }
}

/**
 * One run on a database of its own, which is gone afterwards, as are all its processes.
 *
 * @param signal ends the run before its time; what it made is taken away all the same
 */
export async function run(options: Options, signal: AbortSignal): Promise<RunReport> {
  const database = await makeDatabase(options.db);
  try {
    const servers = await startServers(database, { ...options, unguarded: unguarded(options) });
    try {
      return await race(options, database, servers, signal);
    } finally {
      await servers.stop();
    }
  } finally {
    await database.drop();
  }
}
