import { makeDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { makeGround, makePart } from './arena';
import type { Arena, Ground } from './arena';
import type { Call } from './calls/call';
import { createPerformer } from './calls/perform';
import { clockOrigin, runClock } from './calls/run-clock';
import { runCallers } from './calls/run-callers';
import type { CallerOptions } from './calls/run-callers';
import { check } from './checker/check';
import type { Result } from './checker/check';
import { fillUp } from './fill';
import type { Filled } from './fill';
import type { Options } from './options';
import { planMoves } from './plan/plan';
import { appointmentsFor } from './plan/scene';
import { createPrng } from '../support/prng';
import type { Prng } from '../support/prng';
import { connect } from '../support/connect';
import type { Knex } from '../support/connect';
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
  /** seconds that the checker took, with reading the database */
  judgingSeconds: number;
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
  const last = ends.reduce((latest, end) => Math.max(latest, end), 0);
  return (last - (calls[0]?.invokedAt ?? 0)) / 1000;
}

/**
 * The most calls of one part. Its appointments must not start before it is over, and they start
 * soon, so that members can check in.
 */
const PART = 10_000;

/** How many calls each part of a run makes, at least. */
function partsOf(attempts: number): number[] {
  const count = Math.ceil(attempts / PART);
  return Array.from({ length: count }, () => Math.ceil(attempts / count));
}

/** What came of one part of a run. */
interface Played {
  arena: Arena;
  calls: Call[];
  filled: Filled;
  seconds: number;
}

/** Fights over appointments of their own until enough calls are made, then fills those up. */
async function playPart(
  ground: Ground,
  knex: Knex,
  part: number,
  how: Omit<CallerOptions, 'target' | 'part'> & { random: Prng },
): Promise<Played> {
  const { random, attempts, origin } = how;
  const arena = await makePart(ground, part, appointmentsFor(attempts), random);
  const { target } = arena;
  const calls = await runCallers(planMoves(arena, random), { ...how, target, part });
  await untilQuiet(knex);
  const performer = createPerformer(target, `fill-${part}`, runClock(origin));
  const filled = await fillUp(arena, await readRows(knex), performer);
  performer.close();
  return { arena, calls, filled, seconds: secondsOf(calls) };
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
    const ground = await makeGround(servers.urls, ONEFIT_SECRET);
    if (options.control === 'keys') await dropUniqueKeys(knex, options.db);
    const origin = clockOrigin();
    const played: Played[] = [];
    for (const attempts of partsOf(options.attempts)) {
      const how = { ...options, attempts, origin, signal, random };
      played.push(await playPart(ground, knex, played.length + 1, how));
    }
    const calls = played.flatMap((part) => part.calls);
    const fillCalls = played.flatMap(({ filled }) => filled.calls);
    const appointments = played.flatMap(({ arena }) => arena.appointments);
    const began = performance.now();
    const results = check({
      arena: { appointments, customers: ground.customers },
      calls: [...calls, ...fillCalls],
      rows: await readRows(knex),
      fills: played.flatMap(({ filled }) => filled.fills),
    });
    return {
      results,
      calls,
      fillCalls: fillCalls.length,
      appointments: appointments.length,
      seconds: played.reduce((sum, part) => sum + part.seconds, 0),
      judgingSeconds: (performance.now() - began) / 1000,
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
