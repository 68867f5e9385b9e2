import { SYNC_RECORDS } from '../tables';
import type { Trx } from '../venue/ports';
import { Problem } from '../wire/problems';
import type { ProblemCode } from '../wire/problems';

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

/** Whether Onefit was ever to be told of a session. */
async function everOffered(trx: Trx, sessionId: string): Promise<boolean> {
  const row: unknown = await trx(SYNC_RECORDS)
    .where({ kind: 'session', subject: sessionId })
    .first('id');
  return row !== undefined;
}

/**
 * What to throw for an error of the booking service: a session that was never offered does not
 * exist for Onefit, whatever else is the matter with it. Errors that are no refusal stay as they are.
 */
export async function asProblem(trx: Trx, error: unknown, sessionId: string): Promise<unknown> {
  const problem = problemOf(error);
  if (!problem) return error;
  const gone = problem.code === 'session_cancelled' || problem.code === 'session_withdrawn';
  return gone && !(await everOffered(trx, sessionId)) ? new Problem('not_found') : problem;
}
