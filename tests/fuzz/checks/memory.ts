import type { Memory, VenueProcess } from '../../support/venue-process';
import type { Fault } from './check';

const MEGABYTE = 1024 * 1024;

/** How memory stood in the course of a run, each time after the garbage was collected. */
export interface MemoryWatch {
  measure(sent: number): Promise<void>;
  /** What was measured, as `requests: used/resident` in megabytes. */
  readings: Array<{ sent: number } & Memory>;
}

export function createMemoryWatch(venue: VenueProcess): MemoryWatch {
  const readings: MemoryWatch['readings'] = [];
  return {
    readings,
    async measure(sent) {
      readings.push({ sent, ...(await venue.memoryAfterCleaning()) });
    },
  };
}

export function inMegabytes(bytes: number): number {
  return Number((bytes / MEGABYTE).toFixed(1));
}

/**
 * How much more may be in use at the end than after the warm-up. A venue at peace moves by less
 * than 2 MB between two readings; what is kept of each request shows above that: 100 bytes of each
 * of 50,000 requests are 5 MB.
 */
const BOUND = 4 * MEGABYTE;

export function memoryGrew({ readings }: MemoryWatch): Fault[] {
  const [first] = readings;
  const last = readings.at(-1);
  if (!first || !last) return [];
  const grown = last.used - first.used;
  if (grown <= BOUND) return [];
  return [{ check: 'memory', what: `${inMegabytes(grown)} MB more in use`, index: null }];
}
