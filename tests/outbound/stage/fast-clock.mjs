/**
 * A clock that runs faster than the machine's, so that pauses of minutes pass in seconds. Every
 * process of a run shows the same time: it follows from the two settings below and nothing else.
 */

/** When the clock showed the machine's own time, and how many times faster it has run since. */
export function fastClock({ STORM_CLOCK_ORIGIN, STORM_CLOCK_SPEED } = process.env) {
  const origin = Number(STORM_CLOCK_ORIGIN ?? 0);
  const speed = Number(STORM_CLOCK_SPEED ?? 1);
  const machine = Date.now.bind(Date);
  return {
    speed,
    /** Milliseconds since 1970. */
    now: () => Math.floor(origin + (machine() - origin) * speed),
  };
}
