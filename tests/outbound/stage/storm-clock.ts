import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fastClock } from './fast-clock.mjs';

/** The time that every process of a run shows; see `fast-clock.mjs`. */
export interface StormClock {
  now(): Date;
  /** how many times faster than the machine's it runs */
  speed: number;
  /** Puts it forward, for every process at once; it runs on from there. */
  forward(milliseconds: number): void;
  /** what makes another process show the same time */
  env: { STORM_CLOCK: string };
  stop(): void;
}

/** Starts a clock that shows the machine's time now, and runs on so many times faster. */
export function startClock(speed: number): StormClock {
  const file = path.join(os.tmpdir(), `storm-clock-${randomBytes(6).toString('hex')}.json`);
  // Renamed into place, so that nobody reads half of it.
  const set = (shows: number) => {
    writeFileSync(`${file}.new`, JSON.stringify({ at: Date.now(), shows, speed }));
    renameSync(`${file}.new`, file);
  };
  set(Date.now());
  const { now } = fastClock(file);
  return {
    speed,
    env: { STORM_CLOCK: file },
    now: () => new Date(now()),
    forward: (milliseconds) => set(now() + milliseconds),
    stop: () => rmSync(file, { force: true }),
  };
}
