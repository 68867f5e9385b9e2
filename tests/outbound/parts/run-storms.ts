import type { Stage } from '../stage/stage';
import { clearUp, runWave } from '../storm/wave';
import type { StormResult, WaveOptions } from '../storm/wave';
import type { Interruption } from './part';

/** What came of many storms, wave by wave. */
export interface StormsResult {
  storms: StormResult[];
  /** of each wave: seconds from the end of the last pause until everything was right */
  healedAfter: number[];
  /** calls to Onefit by their answers; `none` = unanswered */
  calls: Record<string, number>;
}

/** How many storms, and which. */
interface Amount {
  /** of the first; the others count on from it */
  seed: number;
  storms: number;
  atOnce: number;
  /** after so many no wave begins, however many storms are left */
  minutes: number;
}

/** How many times faster than the machine's the clock runs in a storm. */
export const STORM_SPEED = 20;

/** Lets storms rage on a stage, so many at a time, and both sides begin anew between waves. */
export async function runStorms(
  stage: Stage,
  options: Omit<WaveOptions, 'seeds'> & Amount,
  signal: Interruption,
  told: (line: string) => void = () => {},
): Promise<StormsResult> {
  const result: StormsResult = { storms: [], healedAfter: [], calls: {} };
  const { seed, storms, atOnce } = options;
  const end = Date.now() + options.minutes * 60_000;
  for (let done = 0; done < storms && Date.now() < end; done += atOnce) {
    signal.throwIfAborted();
    const count = Math.min(atOnce, storms - done);
    const seeds = Array.from({ length: count }, (_, index) => (seed + done + index) >>> 0);
    const wave = await runWave(stage, { ...options, seeds });
    result.storms.push(...wave.storms);
    result.healedAfter.push(wave.healedAfter);
    for (const [status, calls] of Object.entries(wave.calls)) {
      result.calls[status] = (result.calls[status] ?? 0) + calls;
    }
    await clearUp(stage);
    const [making, raging, healing] = wave.took;
    told(
      `  ${done + count} of ${storms} storms; the last ${count}: ${making} s made, ${raging} s raged, ${healing} s healed`,
    );
  }
  return result;
}
