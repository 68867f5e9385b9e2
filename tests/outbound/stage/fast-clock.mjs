/**
 * A clock that runs faster than the machine's, and can be put forward, so that pauses of minutes and
 * outages of days pass in seconds. It stands in a small file that every process of a run reads, so
 * all of them show the same time.
 */
import { readFileSync } from 'node:fs';

/** How often the file is looked at, in the machine's milliseconds. */
const LOOK_MS = 5;

/**
 * Reads a clock. The file holds what it showed at some moment of the machine's time, and its speed.
 */
export function fastClock(file = process.env.STORM_CLOCK) {
  // The machine's own, also where `Date` is about to be replaced.
  const machine = Date.now.bind(Date);
  let lookedAt = -Infinity;
  let hand = { at: 0, shows: 0, speed: 1 };

  function look() {
    if (machine() - lookedAt < LOOK_MS) return hand;
    hand = JSON.parse(readFileSync(file, 'utf8'));
    lookedAt = machine();
    return hand;
  }

  return {
    /** How many times faster than the machine's it runs. */
    speed: look().speed,
    /** Milliseconds since 1970. */
    now() {
      const { at, shows, speed } = look();
      return Math.floor(shows + (machine() - at) * speed);
    },
  };
}
