import type { Trx } from '../venue/ports';
import { Problem } from '../wire/problems';
import type { ProblemCode } from '../wire/problems';
import { deletedSession, sessionRecord } from './deleted-session';

/** The venue's refusals, in the contract's words. */
const CODES: Record<string, ProblemCode> = {
  appointment_not_found: 'not_found',
  booking_not_found: 'not_found',
  appointment_cancelled: 'session_cancelled',
  not_offered: 'session_withdrawn',
  booking_window_closed: 'booking_window_closed',
  already_booked: 'already_booked',
  appointment_full: 'session_full',
  cancellation_not_permitted: 'cancellation_not_permitted',
  booking_cancelled: 'booking_cancelled',
  temporarily_unavailable: 'temporarily_unavailable',
};

/** Why a session cannot be booked at all: what Onefit was told of it decides what it hears. */
const GONE: ProblemCode[] = ['not_found', 'session_cancelled', 'session_withdrawn'];

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** The problem that a refusal of the venue is on the wire; null for any other error. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  const code = CODES[codeOf(error)];
  return code ? new Problem(code) : null;
}

/**
 * What to throw for an error of the booking service. A session that was never offered does not
 * exist for Onefit, whatever else is the matter with it; one that Onefit was sent and that is
 * deleted since is withdrawn, as it is when read. Errors that are no refusal stay as they are.
 */
export async function asProblem(
  trx: Trx,
  error: unknown,
  venueKey: string,
  sessionId: string,
): Promise<unknown> {
  const problem = problemOf(error);
  if (!problem || !GONE.includes(problem.code)) return problem ?? error;
  const record = await sessionRecord(trx, venueKey, sessionId);
  if (!record) return new Problem('not_found');
  if (problem.code !== 'not_found') return problem;
  const deleted = deletedSession(record);
  if (!deleted) return problem;
  return new Problem(deleted.status === 'cancelled' ? 'session_cancelled' : 'session_withdrawn');
}
