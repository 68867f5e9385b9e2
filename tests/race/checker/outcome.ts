import type { BookingBody, Call } from '../calls/call';

/** The call was carried out, by its own answer. */
export function worked({ answer }: Call): boolean {
  return answer !== null && answer.status < 300;
}

/** The call was turned down, by its own answer; a 503 says that nothing was written. */
export function refused({ answer }: Call): boolean {
  return (
    answer !== null && ((answer.status >= 300 && answer.status < 500) || answer.status === 503)
  );
}

/** Whether the call can have changed anything: an unanswered one can, at any time since. */
export function mayHaveWorked(call: Call): boolean {
  return !refused(call);
}

/** When the call had certainly taken effect, if it ever did: for ever open where nobody answered. */
export function latest(call: Call): number {
  return call.answeredAt ?? Infinity;
}

/** Whether one call was over before the other began. */
export function before(one: Call, other: Call): boolean {
  return latest(one) < other.invokedAt;
}

/** The booking that an answer showed. */
export function shown({ answer }: Call): BookingBody | null {
  return answer?.booking ?? null;
}

const CANCELLED = ['cancelled', 'late_cancelled', 'cancelled_by_venue'];

/** Whether a state has given its spot back, for ever. */
export function isCancelled(state: string): boolean {
  return CANCELLED.includes(state);
}
