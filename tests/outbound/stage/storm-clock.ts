import { fastClock } from './fast-clock.mjs';

/** The time that every process of a run shows; see `fast-clock.mjs`. */
export interface StormClock {
  now(): Date;
  /** how many times faster than the machine's it runs */
  speed: number;
  /** what makes another process show the same time */
  env: { STORM_CLOCK_ORIGIN: string; STORM_CLOCK_SPEED: string };
}

/** Starts a clock that shows the machine's time now, and runs on so many times faster. */
export function startClock(speed: number): StormClock {
  const env = { STORM_CLOCK_ORIGIN: String(Date.now()), STORM_CLOCK_SPEED: String(speed) };
  const { now } = fastClock(env);
  return { speed, env, now: () => new Date(now()) };
}
