/** The most of some moments that lie within one span; both in milliseconds, the end left out. */
export function mostWithin(moments: number[], spanMs: number): number {
  const sorted = [...moments].sort((one, other) => one - other);
  return Math.max(
    0,
    ...sorted.map((from, index) => sorted.slice(index).filter((at) => at < from + spanMs).length),
  );
}
