import { setTimeout as sleep } from 'node:timers/promises';
import { createPrng } from '../../support/prng';
import { emptyTablesOf } from '../../support/content';
import { readOnefit } from '../checker/at-onefit';
import { check, countLeftToComparison } from '../checker/check';
import type { Findings } from '../checker/check';
import { evidenceOf } from '../checker/evidence';
import { lossesOf } from '../checker/losses';
import type { Losses } from '../checker/losses';
import { readRows } from '../checker/venue-rows';
import type { Sender, Stage } from '../stage/stage';
import { passPauses, untilQuiet, untilSettled, untilTheSame } from './calm';
import { loseInTheCalm } from './onefit-loses';
import { makePlace, makeTown } from './place';
import type { Mix } from './plan';
import { rage, settleLink } from './rage';
import { createStorm } from './storm';
import type { Storm } from './storm';
import { beginWeather, endWeather } from './weather';
import type { Pace } from './weather';

export interface WaveOptions {
  /** one storm each */
  seeds: number[];
  /** of each storm */
  moves: number;
  mix: Mix;
  sender: Sender;
  /** of Onefit; `slow` where something is to happen while a call lasts */
  pace?: Pace;
}

/** What came of one storm. */
export interface StormResult {
  seed: number;
  moves: number;
  /** calls of Onefit's that were made again, since the venue had not answered */
  repeats: number;
  findings: Findings;
  losses: Losses;
  /** sessions that Onefit lost and that nothing but a comparison brought back */
  leftToComparison: number;
}

/** What came of storms that raged at the same time. */
export interface WaveResult {
  storms: StormResult[];
  /** from the end of the last pause until the last session was right, in seconds */
  healedAfter: number;
  /** how long making the venues, raging and healing took, in seconds */
  took: [making: number, raging: number, healing: number];
  /** calls of the venues to Onefit, and their answers by status */
  calls: Record<string, number>;
}

/** Storms share the order: now and then it is ended when they end, and everything taken back. */
const ENDS_WITHOUT_ORDER = 0.15;

/** How long a look at everything may take, at all venues of a wave. */
const SYNCHRONISED_MS = 60_000;

/** How many venues are made at the same time. */
const AT_ONCE = 4;

async function begin(stage: Stage, { seeds, pace = 'quick' }: WaveOptions): Promise<Storm[]> {
  const town = await makeTown(stage);
  const storms: Storm[] = [];
  for (let start = 0; start < seeds.length; start += AT_ONCE) {
    const some = seeds.slice(start, start + AT_ONCE).map(async (seed) => {
      const random = createPrng(seed);
      return createStorm(seed, random, stage, town, await makePlace(stage, town, random));
    });
    storms.push(...(await Promise.all(some)));
  }
  await Promise.all(
    storms.map(({ place, seed }) => beginWeather(stage, place.venue.uuid, seed, pace)),
  );
  return storms;
}

/** Somebody presses "Synchronise now", and again while an earlier look is still under way. */
async function synchronise({ staff: [desk] }: Stage): Promise<void> {
  const end = Date.now() + SYNCHRONISED_MS;
  while (Date.now() < end) {
    const report = await desk?.post<{ running?: boolean }>('/onefit-aggregator/sync');
    if (!report?.running) return;
    await sleep(500);
  }
}

/** Both sides are empty again, for the next wave. */
export async function clearUp({ knex, sandbox }: Stage): Promise<void> {
  await emptyTablesOf(knex);
  await sandbox.control('POST', '/reset');
}

function callsOf(counts: Record<string, { byStatus: Record<string, number> }>) {
  const calls: Record<string, number> = {};
  for (const [call, { byStatus }] of Object.entries(counts)) {
    if (!call.endsWith('.put') && call !== 'sessions.get') continue;
    for (const [status, count] of Object.entries(byStatus)) {
      calls[status] = (calls[status] ?? 0) + count;
    }
  }
  return calls;
}

async function maybeEndTheOrder(stage: Stage, { seeds, mix }: WaveOptions): Promise<void> {
  const dice = createPrng((seeds[0] ?? 0) ^ 0x2545f491);
  if (mix !== 'all' || !dice.chance(ENDS_WITHOUT_ORDER)) return;
  await stage.staff[0]?.delete('/onefit-aggregator/extension-order');
}

/** Lets storms rage at the same time, each at a venue of its own, and judges them afterwards. */
export async function runWave(stage: Stage, options: WaveOptions): Promise<WaveResult> {
  const { moves, mix, sender } = options;
  const began = Date.now();
  const storms = await begin(stage, options);
  const made = Date.now();
  await Promise.all(storms.map((storm) => rage(storm, moves, mix)));
  await Promise.all(storms.map((storm) => settleLink(storm, mix)));
  await maybeEndTheOrder(stage, options);
  await endWeather(stage);
  await passPauses(stage);
  const ended = Date.now();
  await (sender === 'engine' ? untilSettled(stage) : untilQuiet(stage));
  if (mix === 'all' && sender === 'engine') await Promise.all(storms.map(loseInTheCalm));
  const before = { rows: await readRows(stage.knex), atOnefit: await readOnefit(stage.sandbox) };
  if (sender === 'engine') {
    await synchronise(stage);
    await untilTheSame(stage, storms);
  }
  const healedAfter = (Date.now() - ended) / 1000;
  const after = { rows: await readRows(stage.knex), atOnefit: await readOnefit(stage.sandbox) };
  const results = storms.map(({ notes, seed }) => {
    const start = evidenceOf(notes, before.rows, before.atOnefit);
    const end = evidenceOf(notes, after.rows, after.atOnefit);
    return {
      seed,
      moves: notes.moves,
      repeats: notes.repeats,
      findings: check(start, end),
      losses: lossesOf(end),
      leftToComparison: countLeftToComparison(start),
    };
  });
  const took = [made - began, ended - made, Date.now() - ended].map((ms) => Math.round(ms / 1000));
  const [making = 0, raging = 0, healing = 0] = took;
  return {
    storms: results,
    healedAfter,
    took: [making, raging, healing],
    calls: callsOf(after.atOnefit.counts),
  };
}
