import type { Evidence, Finding } from './evidence';
import { cancellationsStand, neverOfferedIsUnknown, unlinkedIsSilent, versionsRise } from './order';
import { sameOutcomes, sameSessions } from './same-state';

const NONE: ReadonlySet<string> = new Set();

/**
 * What must hold once Onefit answers again: first what the hooks alone carry, before anybody asks
 * for a look at everything; then all of it.
 */
export const INVARIANTS = [
  'hooks alone: every change that they see is there',
  'every session is at Onefit as the venue has it, in every field',
  'every outcome of a booking is at Onefit',
  'versions of a session never fall',
  'nothing overtakes a cancellation',
  'what was never offered is never mentioned',
  'nothing is sent for a venue that is not linked',
  'every answer to people is one that they can act on',
] as const;

export type Invariant = (typeof INVARIANTS)[number];

export type Findings = Record<Invariant, Finding[]>;

/** Sessions that Onefit refused: they wait for a change or for somebody to press Retry. */
function refused({ rows }: Evidence): string[] {
  return rows.records
    .filter((record) => record.desired_version === record.refused_version)
    .map(({ subject }) => subject);
}

/**
 * How many of the sessions that Onefit lost were otherwise there than at the venue before everything
 * was looked at, so that only a comparison could tell.
 */
export function countLeftToComparison(before: Evidence): number {
  const { lost, unseen } = before.notes;
  const differing = sameSessions(before, unseen);
  return differing.filter(({ subject }) => lost.has(subject)).length;
}

/**
 * Judges one storm.
 *
 * @param before the evidence before everything was looked at
 * @param after the evidence in the end
 */
export function check(before: Evidence, after: Evidence): Findings {
  const { notes } = after;
  return {
    'hooks alone: every change that they see is there': sameSessions(
      before,
      new Set([...notes.unseen, ...notes.lost, ...refused(before)]),
    ),
    'every session is at Onefit as the venue has it, in every field': sameSessions(after, NONE),
    'every outcome of a booking is at Onefit': sameOutcomes(after),
    'versions of a session never fall': versionsRise(after),
    'nothing overtakes a cancellation': cancellationsStand(after),
    'what was never offered is never mentioned': neverOfferedIsUnknown(after),
    'nothing is sent for a venue that is not linked': unlinkedIsSilent(after),
    'every answer to people is one that they can act on': notes.surprises.map((what) => ({
      subject: notes.venue,
      what,
    })),
  };
}
