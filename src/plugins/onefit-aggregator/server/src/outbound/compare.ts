import type { SessionStatus } from '../wire/schemas/session';

/** What a sync record says that Onefit should hold. */
export interface Expected {
  desired_version: number;
  acknowledged_version: number;
  refused_version: number;
  /** as it was last delivered; null where nothing ever was */
  status: SessionStatus | null;
  /** Whether it was delivered before Onefit was asked, and is not under way. */
  settled: boolean;
}

/** How Onefit's state of a session differs from what it was told. */
export type Finding =
  /** Onefit does not hold it any more */
  | 'lost'
  /** holds an older version */
  | 'behind'
  /** holds a newer version than there is here: a backup was restored */
  | 'ahead'
  /** holds the version, in another state */
  | 'differing'
  /** shows what it should not */
  | 'unwanted';

/** How far ahead of the clock a version may be that Onefit can have got from here, in seconds. */
const BELIEVABLE_SECONDS = 30 * 24 * 60 * 60;

/**
 * Whether a version that Onefit names can have come from here. Versions begin at the seconds of the
 * clock: one far in the future is made up, and rising above it would use the numbers up.
 *
 * @param least the least version of a change made now
 */
export function isBelievable(version: number, least: number): boolean {
  return version <= least + BELIEVABLE_SECONDS;
}

/**
 * What is the matter with a session that is not over; null = nothing, or not to be judged now,
 * since it is on its way anyway or waits for a person.
 */
export function findingOf(
  expected: Expected,
  held: { version: number; status: SessionStatus } | undefined,
): Finding | null {
  if (expected.desired_version === expected.refused_version) return null;
  // What is under way would be called stale, and so delivered, below a newer version.
  if (held && held.version > expected.desired_version) return 'ahead';
  if (!expected.settled) return null;
  if (!held) return expected.status === 'scheduled' ? 'lost' : null;
  if (expected.status === null) return held.status === 'scheduled' ? 'unwanted' : null;
  if (held.version < expected.acknowledged_version) return 'behind';
  if (held.status === expected.status) return null;
  return held.status === 'scheduled' ? 'unwanted' : 'differing';
}
