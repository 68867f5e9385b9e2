import fc from 'fast-check';
import type { Recipe } from './recipe';
import type { Sender } from './requests';

/** The requests of a seed, by number: the same seed and number give the same request. */
export interface Requests {
  /** who sends the request of this number */
  senderOf(index: number): Sender;
  at(index: number): Recipe;
  /**
   * Looks for a smaller request that `fails` as the one of this number does.
   *
   * @param withinMs when to be content with the smallest so far
   * @returns null when the request does not fail by itself
   */
  smallest(
    index: number,
    fails: (recipe: Recipe) => Promise<boolean>,
    withinMs: number,
  ): Promise<Recipe | null>;
}

/** So many requests are sent between two looks at the tables. */
export const ROUND = 500;
/** Of ten requests, so many are a stranger's. */
const STRANGERS = 3;
const GOLDEN = 0x9e3779b9;

/** One seed for each number, far from those of its neighbours. */
function seedOf(seed: number, index: number): number {
  let mixed = Math.imul(seed ^ 0x5bd1e995, GOLDEN) + Math.imul(index + 1, GOLDEN);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function senderOf(index: number): Sender {
  return index % 10 < STRANGERS ? 'stranger' : 'onefit';
}

/** Requests of one round; those of the last one are at hand. */
type OfRound = (sender: Sender, round: number) => fc.Arbitrary<Recipe>;

function remembering(make: OfRound): OfRound {
  const last = new Map<Sender, { round: number; arbitrary: fc.Arbitrary<Recipe> }>();
  return (sender, round) => {
    const known = last.get(sender);
    if (known?.round === round) return known.arbitrary;
    const arbitrary = make(sender, round);
    last.set(sender, { round, arbitrary });
    return arbitrary;
  };
}

/** @param make says how the requests of a round are made up */
export function createRequests(make: OfRound, seed: number): Requests {
  const ofRound = remembering(make);
  const arbitraryOf = (index: number) => ofRound(senderOf(index), Math.floor(index / ROUND));
  return {
    senderOf,
    at(index) {
      const once = { seed: seedOf(seed, index), numRuns: 1 };
      const [recipe] = fc.sample(arbitraryOf(index), once);
      if (!recipe) throw new Error('Nothing was made up.');
      return recipe;
    },
    async smallest(index, fails, withinMs) {
      const details = await fc.check(
        fc.asyncProperty(arbitraryOf(index), async (recipe) => !(await fails(recipe))),
        { seed: seedOf(seed, index), numRuns: 1, interruptAfterTimeLimit: withinMs },
      );
      return details.counterexample?.[0] ?? null;
    },
  };
}
