import { rounded } from '../shared/figures';

/** How large a deployment the figures are carried on to. */
export const MODEL_VENUES = 10_000;

/** In milliseconds, how long each job may take: its period, or what ends it. */
export const LIMITS_MS: Readonly<Record<string, number>> = {
  poll: 500,
  sweep: 15 * 60_000,
  horizon: 24 * 60 * 60_000,
  // All venues, one after the other, between 01:00 and 05:00 UTC.
  comparisonOfAll: 4 * 60 * 60_000,
  noticeWatch: 60_000,
  // A scrape gives up on the database after five seconds.
  metrics: 5_000,
  forgetTombstones: 30 * 60_000,
  forgetLog: 30 * 60_000,
};

/** Less is noise, whatever it is a multiple of. */
const NOISE_MS = 10;
/** Work that grows this much faster than the venues is told apart; a timing is not exact. */
const TOLERANCE = 1.3;

/** What became of one figure between two sizes. */
export interface Growth {
  name: string;
  from: number;
  to: number;
  /** how many times as much, where there are so many times as many venues */
  times: number;
  venuesTimes: number;
  fasterThanVenues: boolean;
  /** carried on to {@link MODEL_VENUES}: as it grew last, and at least in proportion where that is worth a word */
  atModelMs: number;
  limitMs: number | null;
  overLimit: boolean;
}

/** Milliseconds of one figure at a number of venues. */
export interface Point {
  venues: number;
  ms: number;
}

/** How a figure grew between the last two sizes, and what that makes of it at the model's size. */
export function growthOf(name: string, before: Point, last: Point): Growth {
  const venuesTimes = last.venues / before.venues;
  const times = last.ms / before.ms;
  const fasterThanVenues = last.ms > NOISE_MS && times > venuesTimes * TOLERANCE;
  const exponent = Math.log(Math.max(times, 1)) / Math.log(venuesTimes);
  const atModelMs = last.ms * (MODEL_VENUES / last.venues) ** exponent;
  const limitMs = LIMITS_MS[name] ?? null;
  return {
    name,
    from: rounded(before.ms),
    to: rounded(last.ms),
    times: rounded(times),
    venuesTimes: rounded(venuesTimes),
    fasterThanVenues,
    atModelMs: rounded(atModelMs, 0),
    limitMs,
    overLimit: limitMs !== null && atModelMs > limitMs,
  };
}

/** One line a figure; what grows faster than the venues or does not fit its time stands out. */
export function growthLines(all: Growth[]): string[] {
  return all.map(({ name, from, to, times, venuesTimes, atModelMs, limitMs, ...marks }) =>
    [
      `  ${name.padEnd(24)}`,
      `${from} ms`.padStart(13),
      `${to} ms`.padStart(14),
      ` × ${times} of ${venuesTimes}`.padEnd(20),
      `${atModelMs} ms at ${MODEL_VENUES}`.padStart(22),
      limitMs === null ? '' : ` of ${limitMs}`,
      marks.fasterThanVenues ? '  FASTER THAN VENUES' : '',
      marks.overLimit ? '  DOES NOT FIT' : '',
    ].join(''),
  );
}
