import type { Night } from './nights';
import type { Sample } from './samples';

/** One bound, and whether it was kept. */
export interface Bound {
  name: string;
  holds: boolean;
  seen: string;
}

/** Caches fill and the engine compiles at first: what comes before is not compared. */
const WARM_SHARE = 0.25;

/** What may be in use more at the end than once warm, and what more for each 1,000 calls. */
const USED_MORE_MB = 15;
const USED_MORE_MB_A_THOUSAND = 1;
const RESIDENT_MORE_MB = 120;
/** Connections of callers, of the pool and to Onefit come and go. */
const HANDLES_MORE = 15;
/** Half of the time nobody waits longer for the event loop than so, on a machine with nothing else on it. */
const DELAY_P50_MS = 50;
/** What a busy machine does to a process that only calls, it does to the venue so many times. */
const BESIDE = 4;
/** What a call may leave behind: a booking with its history, a line of the log, and the like. */
const ROWS_A_CALL = 4;

function greatest(samples: Sample[], of: (sample: Sample) => number): number {
  return Math.max(...samples.map(of));
}

function sum(rows: Record<string, number>): number {
  return Object.values(rows).reduce((total, count) => total + count, 0);
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * Judges a soak by bounds that stand here, not by what it was before. Rows that are kept on purpose,
 * such as bookings, may grow with the calls; records, leases and messages only with what they are about.
 */
export function judge(samples: Sample[], nights: Night[]): Bound[] {
  const warm = samples.slice(Math.floor(samples.length * WARM_SHARE));
  const [first] = warm;
  const last = samples.at(-1);
  const begin = samples[0];
  if (!first || !last || !begin || warm.length < 3) throw new Error('Too few samples to judge.');
  const calls = last.calls - first.calls;
  const usedBound = first.usedMb + USED_MORE_MB + (calls / 1_000) * USED_MORE_MB_A_THOUSAND;
  const usedEnd = median(warm.slice(-3).map(({ usedMb }) => usedMb));
  const residentBound = first.residentMb + RESIDENT_MORE_MB;
  const handlesBound = greatest(warm.slice(0, 1), ({ handles }) => handles) + HANDLES_MORE;
  const grown = sum(last.rows) - sum(begin.rows);
  const records = last.rows.onefit_sync_records ?? 0;
  const subjects = (last.rows.appointments ?? 0) + (last.rows.bookings ?? 0);
  const leases = last.rows.onefit_leases ?? 0;
  const forgotten = nights.reduce((total, night) => total + night.forgotten, 0);
  const old = Math.max(0, ...nights.map(({ left }) => left));
  const delay = median(warm.map(({ delayP50 }) => delayP50));
  const bound = (name: string, seen: number, most: number): Bound => ({
    name,
    holds: seen <= most,
    seen: `${seen.toFixed(1)}, at most ${most.toFixed(1)}`,
  });
  return [
    bound('memory in use, in MB', usedEnd, usedBound),
    bound('resident memory, in MB', last.residentMb, residentBound),
    bound('open handles', last.handles, handlesBound),
    bound(
      'delay of the event loop, half of the time, in ms',
      delay,
      DELAY_P50_MS + BESIDE * median(warm.map(({ delayBeside }) => delayBeside)),
    ),
    bound('rows that the calls left', grown, ROWS_A_CALL * last.calls),
    bound('sync records: one a session or booking', records, subjects),
    bound('leases: one a job', leases, 20),
    bound('rows that are older than they are kept, after a night', old, 0),
    {
      name: 'nights forgot what was old',
      holds: forgotten > 0,
      seen: `${forgotten} rows in ${nights.length} nights`,
    },
    { name: 'calls were answered', holds: calls > 0, seen: `${last.calls}` },
  ];
}
