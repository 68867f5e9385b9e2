function sorted(values: readonly number[]): number[] {
  return [...values].sort((one, other) => one - other);
}

/** The middle of a set; of two middles, their mean. NaN of nothing. */
export function median(values: readonly number[]): number {
  const all = sorted(values);
  const middle = Math.floor(all.length / 2);
  const upper = all[middle] ?? NaN;
  return all.length % 2 === 1 ? upper : ((all[middle - 1] ?? NaN) + upper) / 2;
}

/** The smallest value that at least this share (0 to 1) of the set does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const all = sorted(values);
  return all[Math.max(0, Math.ceil(all.length * share) - 1)] ?? NaN;
}

/** The median of what one side made of another, round by round: what both met counts for neither. */
export function ratio(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours.map((value, round) => value / (theirs[round] ?? NaN)));
}

/** Keeps as many digits as such a measurement is worth. */
export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
