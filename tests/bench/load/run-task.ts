import { setTimeout as sleep } from 'node:timers/promises';
import { prepare } from './requests';
import type { Prepared } from './requests';
import { openLine } from './send';
import type { Line } from './send';
import type { LoadResult, LoadTask } from './task';

/** More than any server here answers in a second. */
export const MOST_PER_SECOND = 2_500;

const CONNECTIONS = 50;

interface Tally {
  latencies: number[];
  answeredInTime: number;
  failures: Map<string, number>;
  asked: number;
}

function emptyTally(): Tally {
  return { latencies: [], answeredInTime: 0, failures: new Map(), asked: 0 };
}

async function one(line: Line, request: Prepared, from: number, end: number, tally: Tally) {
  const outcome = await line.send(request, from);
  if ('failure' in outcome) {
    tally.failures.set(outcome.failure, (tally.failures.get(outcome.failure) ?? 0) + 1);
    return;
  }
  tally.latencies.push(outcome.milliseconds);
  if (performance.now() <= end) tally.answeredInTime += 1;
}

/** A fixed number of requests under way: the next one goes when one is answered. */
async function inFlight(line: Line, requests: Prepared[], lanes: number, seconds: number) {
  const tally = emptyTally();
  const end = performance.now() + seconds * 1000;
  async function lane() {
    while (performance.now() < end) {
      const request = requests[tally.asked];
      if (!request) throw new Error('More requests were answered than had been prepared.');
      tally.asked += 1;
      await one(line, request, performance.now(), end, tally);
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return tally;
}

/**
 * A fixed number of requests a second. Latency counts from when a request was due, so that a
 * server that stalls is charged for everybody who waits meanwhile.
 */
async function steadily(line: Line, requests: Prepared[], perSecond: number, seconds: number) {
  const tally = emptyTally();
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const sent: Array<Promise<void>> = [];
  for (const request of requests.slice(0, perSecond * seconds)) {
    const due = begin + (tally.asked * 1000) / perSecond;
    const rest = due - performance.now();
    if (rest > 0) await sleep(rest);
    tally.asked += 1;
    sent.push(one(line, request, due, end, tally));
  }
  await Promise.all(sent);
  return tally;
}

const lines = new Map<string, Line>();

/**
 * The connections to a server stay open between rounds, as a partner's do. Opening fifty at once
 * would be measured otherwise: a busy Node process takes one new connection a turn.
 */
function lineTo(url: string): Line {
  const line = lines.get(url) ?? openLine(url, CONNECTIONS);
  lines.set(url, line);
  return line;
}

/** Prepares a round's requests, sends them, and gives what came of them. */
export async function runTask(task: LoadTask): Promise<LoadResult> {
  const { pace, seconds } = task;
  const perSecond = 'inFlight' in pace ? MOST_PER_SECOND : pace.perSecond;
  const requests = prepare(task, perSecond * seconds);
  const line = lineTo(task.url);
  const tally =
    'inFlight' in pace
      ? await inFlight(line, requests, pace.inFlight, seconds)
      : await steadily(line, requests, pace.perSecond, seconds);
  return {
    perSecond: tally.answeredInTime / seconds,
    latencies: tally.latencies,
    asked: tally.asked,
    failures: Object.fromEntries(tally.failures),
  };
}
