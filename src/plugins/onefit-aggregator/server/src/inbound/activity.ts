import type { Activity } from '../activity-log/write';
import type { Problem } from '../wire/problems';
import type { Handler, Inbound } from './context';
import { problemOf } from './refusals';

/** As much of a call as its entry in the activity log names. */
interface Subject {
  params: { venueId?: string; bookingId?: string };
  body?: { sessionId?: string } | undefined;
}

function note(
  { refusals }: Inbound,
  kind: Activity['kind'],
  problem: Problem,
  { params, body }: Subject,
): void {
  const { venueId, bookingId } = params;
  if (venueId === undefined || problem.status >= 500) return;
  refusals.note({
    kind,
    outcome: 'refused',
    source: 'onefit',
    code: problem.code,
    venue: venueId.toLowerCase(),
    appointment: body?.sessionId ?? null,
    booking: bookingId ?? null,
  });
}

/** The same call, whose refusals are remembered in the activity log once they are answered. */
export function refusalsLogged(kind: Activity['kind'], handler: Handler): Handler {
  return async (inbound, request) => {
    try {
      return await handler(inbound, request);
    } catch (error) {
      const problem = problemOf(error);
      if (problem) note(inbound, kind, problem, request);
      throw error;
    }
  };
}
