import { countersAgree, isAlive, printedNothing } from './checks/at-the-end';
import type { Fault } from './checks/check';
import { createMemoryWatch, memoryGrew } from './checks/memory';
import type { MemoryWatch } from './checks/memory';
import { leaveNoTrace } from './checks/no-trace';
import { count, reachedAll } from './checks/reached';
import type { Tally } from './checks/reached';
import type { Options } from './options';
import { playRound } from './rounds';
import type { Round } from './rounds';
import { ROUND } from './requests/seeds';
import { inSession } from './session';
import type { Session } from './session';
import { retell } from './retell';

export interface RunReport {
  faults: Fault[];
  tally: Tally;
  /** requests that were made up, and those that were sent again */
  made: number;
  sentAgain: number;
  /** refusals of which it was seen that they change nothing */
  changedNothing: number;
  /** in which the requests were sent, with all that is looked at between them */
  seconds: number;
  /** of each answered request, rising */
  tookMs: number[];
  memory: MemoryWatch['readings'];
  /** the failing requests, ready to be repeated */
  told: string[];
}

/** What is loaded and kept on first use is there after so many requests. */
const WARM_UP = 1_000;

/** Sends all requests in rounds, and looks at everything in between. */
async function playAll(session: Session, { requests }: Options, signal: AbortSignal) {
  const rounds: Round[] = [];
  const tally: Tally = new Map();
  const tookMs: number[] = [];
  const memory = createMemoryWatch(session.venue);
  for (let from = 0; from < requests && session.venue.isRunning(); from += ROUND) {
    signal.throwIfAborted();
    if (from >= WARM_UP || from + ROUND >= requests) await memory.measure(from);
    const round = await playRound(session, from, Math.min(ROUND, requests - from));
    rounds.push(round);
    count(tally, round.exchanges);
    tookMs.push(...round.exchanges.map((exchange) => exchange.tookMs));
    // Their bodies may be large, and there may be many.
    round.exchanges.length = 0;
  }
  if (session.venue.isRunning()) await memory.measure(requests);
  return { rounds, tally, tookMs: tookMs.sort((one, other) => one - other), memory };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * One run on a database of its own.
 *
 * @param signal ends the run before its time; what it made is taken away all the same
 */
export async function run(options: Options, signal: AbortSignal): Promise<RunReport> {
  return inSession(options, async (session) => {
    const began = performance.now();
    const { rounds, tally, tookMs, memory } = await playAll(session, options, signal);
    const seconds = (performance.now() - began) / 1000;
    const faults = [
      ...rounds.flatMap((round) => round.faults),
      ...(await isAlive(session, 'at-the-end')),
      ...(await countersAgree(session)),
      ...memoryGrew(memory),
      ...printedNothing(session.venue.printed.slice(session.printedBefore)),
      ...reachedAll(tally, session.document, options.requests),
      ...(await leaveNoTrace(session, options.db, options.requests)),
    ];
    return {
      faults,
      tally,
      tookMs,
      seconds,
      made: options.requests,
      sentAgain: sum(rounds.map((round) => round.sentAgain)),
      changedNothing: sum(rounds.map((round) => round.changedNothing)),
      memory: memory.readings,
      told: await retell(session, options.seed, faults),
    };
  });
}
