import { setTimeout as sleep } from 'node:timers/promises';
import { createPrng } from '../../support/prng';
import { isApart, link, unlink } from './connection';
import type { Move } from './edits';
import { planMoves } from './plan';
import type { Mix } from './plan';
import { noteNeverOffered } from './storm';
import type { Storm } from './storm';

/** How many people are at work at one venue at a time. */
const LANES = 2;
/** The longest that one of them waits before the next move, in milliseconds. */
const LONGEST_PAUSE_MS = 600;
/** How many storms leave their venue without its link in the end. */
const ENDS_APART = 0.1;

/** Lets a storm rage over its venue: so many moves, some of them at the same moment. */
export async function rage(storm: Storm, moves: number, mix: Mix): Promise<void> {
  const left: Move[] = planMoves(planDice(storm), moves, mix);
  const lane = async () => {
    for (let move = left.shift(); move; move = left.shift()) {
      storm.notes.moves += 1;
      await move(storm);
      await sleep(storm.random.between(0, LONGEST_PAUSE_MS));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await noteNeverOffered(storm);
}

/** The plan has dice of its own, so that it does not depend on how the moves fare. */
function planDice({ seed }: Storm) {
  return createPrng(seed ^ 0x5f3759df);
}

/**
 * After the last move: most venues are linked again where a storm left them without, and a few are
 * left without their link for good.
 */
export async function settleLink(storm: Storm, mix: Mix): Promise<void> {
  const endsApart = mix === 'all' && createPrng(storm.seed ^ 0x1b873593).chance(ENDS_APART);
  if (endsApart && !isApart(storm)) await unlink(storm);
  if (!endsApart && isApart(storm)) await link(storm);
}
