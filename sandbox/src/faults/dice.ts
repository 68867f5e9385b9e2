/** Gives the next number of a sequence, at least 0 and below 1. */
export type Dice = () => number;

/**
 * Makes dice that fall the same way every time for the same seed (mulberry32), so that a storm of
 * faults can be repeated. The seed is taken as an unsigned 32-bit whole number.
 */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
