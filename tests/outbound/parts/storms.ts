import { INVARIANTS } from '../checker/check';
import { add, NO_LOSSES } from '../checker/losses';
import type { Options } from '../options';
import { buildStage } from '../stage/stage';
import type { StormResult } from '../storm/wave';
import type { Check, Interruption, PartReport } from './part';
import { runStorms, STORM_SPEED } from './run-storms';

const SHOWN = 6;

function repeating({ db, processes, moves }: Options, seed: number): string {
  return `npm run test:outbound -- --part storms --db ${db} --processes ${processes} --moves ${moves} --storms 1 --seed ${seed}`;
}

/**
 * What hooks alone carry is counted here and judged by the controls: two transactions that cannot see
 * each other, such as a new appointment and a renewed order, may leave a mark to the sweep.
 */
const [HOOKS, ...JUDGED] = INVARIANTS;

/** One storm as one check; what it broke, with the way to repeat it. */
function checkOf(options: Options, storm: StormResult): Check {
  const broken = JUDGED.filter((invariant) => storm.findings[invariant].length > 0);
  const seen = broken.flatMap((invariant) => [
    `${invariant}: ${storm.findings[invariant].length}`,
    ...storm.findings[invariant]
      .slice(0, SHOWN)
      .map(({ subject, what }) => `  ${subject}: ${what}`),
  ]);
  return {
    name: `storm ${storm.seed}`,
    holds: broken.length === 0,
    seen: broken.length === 0 ? [] : [...seen, `again: ${repeating(options, storm.seed)}`],
  };
}

/** Storms against the engine: afterwards Onefit holds what the venues have, in every field. */
export async function storms(options: Options, signal: Interruption): Promise<PartReport> {
  const stage = await buildStage({ ...options, speed: STORM_SPEED, sender: 'engine' });
  try {
    const began = Date.now();
    const result = await runStorms(
      stage,
      { ...options, mix: 'all', sender: 'engine' },
      signal,
      console.log,
    );
    const losses = result.storms.map((storm) => storm.losses).reduce(add, NO_LOSSES);
    return {
      checks: result.storms.map((storm) => checkOf(options, storm)),
      facts: {
        storms: result.storms.length,
        moves: result.storms.reduce((sum, { moves }) => sum + moves, 0),
        repeatedByOnefit: result.storms.reduce((sum, { repeats }) => sum + repeats, 0),
        seconds: Math.round((Date.now() - began) / 1000),
        callsByAnswer: result.calls,
        longestHealingSeconds: Number(Math.max(...result.healedAfter).toFixed(1)),
        leftToTheSweep: result.storms.reduce(
          (sum, { findings }) => sum + findings[HOOKS].length,
          0,
        ),
        leftToTheComparison: result.storms.reduce((sum, one) => sum + one.leftToComparison, 0),
        broken: Object.fromEntries(
          JUDGED.map((invariant) => [
            invariant,
            result.storms.filter(({ findings }) => findings[invariant].length > 0).length,
          ]).filter(([, count]) => count !== 0),
        ),
        ...losses,
      },
    };
  } finally {
    await stage.clear();
  }
}
