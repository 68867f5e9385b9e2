import type { Evidence } from './evidence';
import { versionsRise } from './order';
import { countSessions, isLinked, sameOutcomes, sameSessions } from './same-state';

/** What a way of sending lost over a storm, counted for the table of the docs. */
export interface Losses {
  /** sessions that were compared */
  sessions: number;
  /** sessions that Onefit holds otherwise than the venue */
  differing: number;
  /** cancelled appointments that Onefit still shows */
  cancellationsLost: number;
  /** outcomes of bookings that Onefit does not know */
  outcomesLost: number;
  /** sessions of which a lower version came after a higher one */
  versionsFallen: number;
}

export const NO_LOSSES: Losses = {
  sessions: 0,
  differing: 0,
  cancellationsLost: 0,
  outcomesLost: 0,
  versionsFallen: 0,
};

export function add(one: Losses, other: Losses): Losses {
  return {
    sessions: one.sessions + other.sessions,
    differing: one.differing + other.differing,
    cancellationsLost: one.cancellationsLost + other.cancellationsLost,
    outcomesLost: one.outcomesLost + other.outcomesLost,
    versionsFallen: one.versionsFallen + other.versionsFallen,
  };
}

/** Counts what one storm lost. Nothing may be sent of a venue without its link, so nothing is lost. */
export function lossesOf(evidence: Evidence): Losses {
  if (!isLinked(evidence)) return NO_LOSSES;
  const cancelled = new Set(
    evidence.rows.appointments
      .filter(({ state }) => state === 'cancelled')
      .map(({ document_id }) => document_id),
  );
  return {
    sessions: countSessions(evidence),
    differing: sameSessions(evidence, new Set()).length,
    cancellationsLost: evidence.sessions.filter(
      ({ id, held }) => cancelled.has(id) && held?.status === 'scheduled',
    ).length,
    outcomesLost: sameOutcomes(evidence).length,
    versionsFallen: new Set(versionsRise(evidence).map(({ subject }) => subject)).size,
  };
}
