import { setTimeout as sleep } from 'node:timers/promises';
import type { Prng } from '../../support/prng';
import type { Gate } from '../load/outages';
import type { Stage } from './stage';

/** Where the venue's process is killed; `random` = wherever it is. The rest: `../venue/points.mjs`. */
export const MOMENTS = [
  'random',
  'before-commit',
  'after-commit',
  'before-call',
  'after-call',
  'while-answering',
  'after-answer',
] as const;

/**
 * The last two only controls have: between a COMMIT and what belonged into it, and before a call that
 * was acknowledged without having been made: `../venue/controls.mjs`.
 */
export type Moment = (typeof MOMENTS)[number] | 'before-counting' | 'before-forwarded-call';

/** One planned death. */
export interface Kill {
  moment: Moment;
  /** how long everybody works before, in milliseconds */
  afterMs: number;
  /** the so-manieth time that the process comes by the point */
  passes: number;
}

/** What came of it. */
export interface Death {
  moment: Moment;
  /** whether the process came by the point in time; else it was killed where it was */
  reached: boolean;
  /** until it served again, in seconds */
  backAfter: number;
}

const SOONEST_MS = 300;
const LATEST_MS = 1_200;
const PATIENCE_MS = 10_000;
/** Of transactions and answers there are many a second, of calls to Onefit about one. */
const MOST_PASSES = 15;
const MOST_CALLS = 2;

function passesOf(moment: Moment, random: Prng): number {
  return random.between(1, moment.endsWith('-call') ? MOST_CALLS : MOST_PASSES);
}

/** So many deaths, each of the moments equally often as far as that goes. */
export function planKills(
  count: number,
  random: Prng,
  moments: readonly Moment[] = MOMENTS,
): Kill[] {
  let left: Moment[] = [];
  return Array.from({ length: count }, () => {
    if (left.length === 0) left = [...moments];
    const [moment = 'random'] = left.splice(random.between(0, left.length - 1), 1);
    const afterMs = random.between(SOONEST_MS, LATEST_MS);
    return { moment, afterMs, passes: passesOf(moment, random) };
  });
}

/** Lets the venue's process die, at its point where it comes by. */
async function die(stage: Stage, { moment, passes }: Kill): Promise<boolean> {
  const venue = stage.venue();
  if (moment === 'random') {
    await venue.kill();
    return true;
  }
  venue.tell({ at: moment, passes, signal: 'SIGKILL' });
  const dead = venue.ended.then(() => true);
  const reached = await Promise.race([dead, sleep(PATIENCE_MS, false, { ref: false })]);
  await venue.kill();
  return reached;
}

/** Kills the venue's process and starts it again, while everybody is at work. */
export async function killVenue(
  stage: Stage,
  kill: Kill,
  gate: Gate,
  clock: () => number,
  whileDead: (since: number) => Promise<void>,
): Promise<Death> {
  await sleep(kill.afterMs);
  const from = clock();
  const reached = await die(stage, kill);
  gate.close(from);
  await whileDead(Date.now());
  const backAfter = await stage.restart();
  gate.open();
  return { moment: kill.moment, reached, backAfter };
}

const LONGEST_DOWN_MS = 800;
/** The venue is back when it answers that it and its database are well. */
const BACK_WITHIN_MS = 30_000;
/** Calls that waited for the database are answered after it is back. */
const ANSWERED_LATE_MS = 2_000;

async function isWell(url: string): Promise<boolean> {
  try {
    const patience = AbortSignal.timeout(5_000);
    return (await fetch(`${url}/api/onefit-aggregator/v1/health`, { signal: patience })).ok;
  } catch {
    return false;
  }
}

/** Kills the database server under the venue, which stays, and starts the server again. */
export async function killServer(
  stage: Stage,
  { afterMs }: Kill,
  random: Prng,
  gate: Gate,
  clock: () => number,
): Promise<Death> {
  const { server, url } = stage;
  if (!server) throw new Error('There is no database server of the test’s own.');
  await sleep(afterMs);
  const outage = { from: clock(), to: Infinity };
  gate.note(outage);
  await server.kill();
  await sleep(random.between(0, LONGEST_DOWN_MS));
  await server.restart();
  const began = Date.now();
  while (!(await isWell(url)) && Date.now() - began < BACK_WITHIN_MS) await sleep(50);
  const backAfter = (Date.now() - began) / 1000;
  outage.to = clock() + ANSWERED_LATE_MS;
  return { moment: 'random', reached: backAfter * 1000 < BACK_WITHIN_MS, backAfter };
}
