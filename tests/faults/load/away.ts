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

/** What was away for a moment: the database under the venue, or one of several instances. */
export type Away = 'database' | 'instance';

/** Whether a call failed as it may while that was away. */
function mayFail(call: Call, away: Away): boolean {
  const { answer } = call;
  if (answer === null) return false;
  if (isOfProxy(call) || (saysStrapi(call) && isByStaff(call))) return true;
  return away === 'database' && (answer.status >= 500 || answer.code === BUSY);
}

/** Onefit is to come again, whatever happened: any other word is wrong even then. */
function isWrong(call: Call): boolean {
  const { answer } = call;
  const comesAgain = answer?.status === 503 || answer?.code === BUSY;
  return !comesAgain && !isOfProxy(call) && !isByStaff(call);
}

/**
 * While something was away a call may have failed, and where its COMMIT was the last that the
 * database heard, nobody can say whether it was carried out: such calls count as unanswered.
 *
 * @returns answers that are wrong even then, in short
 */
export function excuseWhileAway(
  calls: Array<{ call: Call; at: number }>,
  gate: Gate,
  away: Away,
): string[] {
  const failed = calls
    .filter(({ call, at }) => mayFail(call, away) && gate.touched(call.invokedAt, at))
    .map(({ call }) => call);
  const told = failed
    .filter(isWrong)
    .map((call) => `${call.asked.kind} → ${inShort(call)}, while the ${away} was away`);
  for (const call of failed) {
    call.answer = null;
    call.answeredAt = null;
    call.lost = CUT;
  }
  return told;
}
