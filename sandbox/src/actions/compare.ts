import type { Session } from '../contract/types';
import type { OnefitStore } from '../onefit/store';
import type { VenueCalls } from '../venue-api/calls';
import { ActionError, venueError } from './action-error';

/** A session as one side knows it. */
type Known = Pick<Session, 'version' | 'status'> | null;

export interface Comparison {
  /** How many sessions both sides know alike. */
  same: number;
  differing: { id: string; atOnefit: Known; atVenue: Known }[];
  /** The outcome in a sentence. */
  message: string;
}

const MAX_PAGES = 1_000;

/**
 * Compares what Onefit holds with what the venue says it should be showing: coming sessions, by
 * id, version and status. Differences while something is being sent are to be expected.
 * @throws ActionError when the venue was never mentioned, refuses, or its answer is not known.
 */
export async function compareWithVenue(
  store: OnefitStore,
  calls: VenueCalls,
  venueId: string,
): Promise<Comparison> {
  const venue = store.findVenue(venueId);
  if (!venue) throw new ActionError(404, 'not_found', 'This venue was never mentioned.');
  const askedAt = Date.now();
  const atVenue = await allSessions(calls, venueId);
  const differing: Comparison['differing'] = [];
  let same = 0;
  for (const [id, there] of atVenue) {
    const here = venue.sessions.get(id)?.held ?? null;
    if (here?.version === there.version && here.status === there.status) same += 1;
    else differing.push({ id, atOnefit: known(here), atVenue: known(there) });
  }
  for (const { id, held } of venue.sessions.values()) {
    // Only what members could still book has to be on the venue's list.
    if (held?.status !== 'scheduled' || atVenue.has(id)) continue;
    if (Date.parse(held.startsAt) <= askedAt) continue;
    differing.push({ id, atOnefit: known(held), atVenue: null });
  }
  const message =
    differing.length === 0
      ? `Onefit and the venue agree on all ${same} coming sessions.`
      : `${differing.length} sessions differ, ${same} agree: ${differing
          .slice(0, 10)
          .map(({ id }) => id)
          .join(', ')}`;
  return { same, differing, message };
}

async function allSessions(calls: VenueCalls, venueId: string): Promise<Map<string, Session>> {
  const sessions = new Map<string, Session>();
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await calls.sessions(venueId, cursor);
    if (answer.kind !== 'ok') throw venueError(answer);
    for (const session of answer.body.sessions) sessions.set(session.id, session);
    cursor = answer.body.nextCursor;
    if (cursor === null) return sessions;
  }
  throw new ActionError(502, 'venue_answer_invalid', "The venue's list of sessions has no end.");
}

function known(session: Session | null): Known {
  return session && { version: session.version, status: session.status };
}
