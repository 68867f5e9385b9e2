/**
 * The clock of a run: milliseconds since its start, never falling. The operating system's monotonic
 * clock stands behind it, which all processes of one machine share, so that the times of several
 * caller processes can be compared.
 *
 * @param origin the coordinator's `clockOrigin()`, handed to every caller process
 */
export function runClock(origin: string): () => number {
  const start = BigInt(origin);
  return () => Number(process.hrtime.bigint() - start) / 1e6;
}

/** The instant from which a run counts. */
export function clockOrigin(): string {
  return String(process.hrtime.bigint());
}
