import type { Call } from '../../race/calls/call';
import { CUT } from '../../race/calls/http';
import { inShort } from '../../race/checker/lawful-answers';
import type { Gate } from './outages';

const BUSY = 'temporarily_unavailable';

/**
 * Who signs in at the panel, and what an entry names, is looked up by Strapi itself, which then says
 * "Internal Server Error" or "Invalid relations", and while an instance starts "Policy Failed": words,
 * where a refusal of the project has a code.
 */
function saysStrapi({ answer }: Call): boolean {
  return answer !== null && answer.status >= 400 && answer.code?.includes(' ') === true;
}

function isByStaff({ asked }: Call): boolean {
  return (
    asked.kind.startsWith('desk-') || asked.kind.startsWith('edit') || asked.kind === 'call-off'
  );
}

/** What a proxy says for an instance that went away under a call. */
export function isOfProxy({ answer }: Call): boolean {
  return answer !== null && answer.code === null && [502, 504].includes(answer.status);
}

/**
 * While the database was away a call may have failed, and where its COMMIT was the last that the
 * database heard, nobody can say whether it was carried out: such calls count as unanswered.
 *
 * @returns answers that are wrong even then, in short: Onefit is to come again, whatever happened
 */
export function excuseWhileAway(calls: Array<{ call: Call; at: number }>, gate: Gate): string[] {
  const failed = calls.filter(
    ({ call, at }) =>
      call.answer !== null &&
      (call.answer.status >= 500 || call.answer.code === BUSY || saysStrapi(call)) &&
      gate.touched(call.invokedAt, at),
  );
  const wrong = failed.filter(
    ({ call }) =>
      call.answer?.status !== 503 &&
      call.answer?.code !== BUSY &&
      !isOfProxy(call) &&
      !isByStaff(call),
  );
  const told = wrong.map(
    ({ call }) => `${call.asked.kind} → ${inShort(call)}, while the database was away`,
  );
  for (const { call } of failed) {
    call.answer = null;
    call.answeredAt = null;
    call.lost = CUT;
  }
  return told;
}
