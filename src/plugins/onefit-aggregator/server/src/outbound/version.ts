const EPOCH = Date.UTC(2025, 0, 1);

/**
 * The least version that a change made now may have: the seconds since 2025-01-01. It fits a 32-bit
 * column until 2093, and a database restored from an older backup cannot fall below what was sent.
 */
export function leastVersion(now: Date): number {
  return Math.max(1, Math.floor((now.getTime() - EPOCH) / 1000));
}
