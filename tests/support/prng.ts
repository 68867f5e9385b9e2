/** Random choices that a seed repeats. */
export interface Prng {
  /** from 0, below 1 */
  next(): number;
  /** a whole number; both ends included */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  /** one of a list that is not empty */
  pick<Item>(items: readonly Item[]): Item;
}

const GOLDEN = 0x9e3779b9;
const TWO_32 = 0x100000000;

/** SplitMix32: a counter stepped by the golden ratio, its bits mixed by MurmurHash3's finaliser. */
export function createPrng(seed: number): Prng {
  let state = seed >>> 0;

  function next(): number {
    state = (state + GOLDEN) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / TWO_32;
  }

  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));

  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error('There is nothing to pick from.');
      return item;
    },
  };
}
