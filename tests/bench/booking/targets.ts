import type { BenchDatabase } from '../shared/options';
import type { Target } from '../shared/targets';

/** The figures of one database; times in milliseconds. */
export interface BookingFigures {
  /** bookings a second spread over 200 sessions, against stock Strapi's REST */
  spreadVsStockRest: number;
  /** the same in one session */
  hotVsStockRest: number;
  /** against a bare server with the same SQL */
  spreadVsBareSql: number;
  p99AtFiftyPerSecondMs: number;
  maxAtFiftyInFlightMs: number;
  /** with a full database against an empty one */
  grownVsEmpty: number;
  spreadPerSecond: number;
  hotPerSecond: number;
}

/** What is promised of bookings. */
export function bookingTargets(kind: BenchDatabase): Partial<Record<keyof BookingFigures, Target>> {
  return {
    spreadVsStockRest: { least: 4 },
    hotVsStockRest: { least: 3 },
    spreadVsBareSql: { least: kind === 'sqlite' ? 0.5 : 0.7 },
    p99AtFiftyPerSecondMs: { most: 100 },
    maxAtFiftyInFlightMs: { most: 1000 },
    grownVsEmpty: { least: 0.85 },
  };
}
