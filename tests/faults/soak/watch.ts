import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '../../race/calls/call';
import type { Knex } from '../../support/connect';
import type { VenueProcess } from '../../support/venue-process';
import { spendNight } from './nights';
import type { Night } from './nights';
import { takeSample } from './samples';
import type { Sample } from './samples';

const SAMPLES = 30;
const LEAST_PAUSE_MS = 4_000;
/** A night comes after so many samples. */
const DAY = 4;
const MINUTE = 60_000;

/** Measures a venue at work, and lets nights come over it. */
export interface Watch {
  seen: { samples: Sample[]; nights: Night[] };
  /**
   * Measures for so many minutes of so many in all.
   *
   * @param calls of those who are at work meanwhile; it grows
   */
  measureFor(minutes: number, inAll: number, calls: Call[], signal: AbortSignal): Promise<void>;
  stop(): void;
}

/**
 * @param of the venue's id at Onefit, and whether the jobs of its nights run, which only a control
 *   denies them
 */
export function createWatch(
  venue: VenueProcess,
  knex: Knex,
  of: { uuid: string; jobs: boolean },
): Watch {
  const samples: Sample[] = [];
  const nights: Night[] = [];
  const beside = monitorEventLoopDelay({ resolution: 10 });
  beside.enable();
  const began = Date.now();
  let before = 0;

  return {
    seen: { samples, nights },
    async measureFor(minutes, inAll, calls, signal) {
      const end = Date.now() + minutes * MINUTE;
      const pause = Math.max(LEAST_PAUSE_MS, (inAll * MINUTE) / SAMPLES);
      while (Date.now() < end && !signal.aborted) {
        await sleep(pause);
        samples.push(
          await takeSample(venue, knex, {
            at: (Date.now() - began) / 1000,
            calls: before + calls.length,
            delayBeside: beside.percentile(50) / 1e6,
          }),
        );
        if (samples.length % DAY === 0) {
          nights.push(await spendNight(venue, knex, { ...of, number: nights.length + 1 }));
        }
        beside.reset();
      }
      before += calls.length;
    },
    stop: () => beside.disable(),
  };
}
