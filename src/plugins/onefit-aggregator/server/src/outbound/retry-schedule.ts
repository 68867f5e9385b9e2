const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 15 * 60;
const PROBE_SECONDS = 60;
const LONGEST_PATIENCE_SECONDS = 24 * 60 * 60;

/** Why a call to Onefit failed, as far as the pause before the next one depends on it. */
export type FailureKind = 'unreachable' | 'busy' | 'unauthorized' | 'not_linked';

/**
 * Seconds that a `Retry-After` is obeyed, whichever call it answered: at least one, and at most a
 * day, so that one wrong figure does not end a connection. Rule: docs/onefit-api.md.
 */
export function patienceSeconds(retryAfter: number): number {
  return Math.min(Math.max(retryAfter, 1), LONGEST_PATIENCE_SECONDS);
}

/**
 * Seconds to wait after the n-th failure in a row. Rule: docs/onefit-api.md, "Retries": 5 s, then
 * doubling with jitter to at most 15 min; a probe a minute while the credentials are refused;
 * `Retry-After` is honoured where Onefit says so, see {@link patienceSeconds}.
 *
 * @param attempts failures in a row, this one included, from 1
 * @param random from 0 up to 1
 */
export function pauseSeconds(
  kind: FailureKind,
  attempts: number,
  retryAfter: number | null,
  random: number,
): number {
  if (kind === 'unauthorized') return PROBE_SECONDS;
  if (kind === 'not_linked') return LONGEST_SECONDS;
  if (retryAfter !== null) return patienceSeconds(retryAfter);
  const doubled = FIRST_SECONDS * 2 ** Math.min(attempts - 1, 20);
  const jittered = doubled * (0.8 + 0.4 * random);
  return Math.min(jittered, LONGEST_SECONDS);
}
