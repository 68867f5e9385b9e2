import type { Exchange } from '../sending/crowd';
import type { Fault } from './check';

/** Fewer requests cannot be expected to reach everything. */
export const ENOUGH_TO_REACH_ALL = 1_000;

/** How often each call was answered with what. */
export type Tally = Map<string, Map<string, number>>;

function outcomeOf({ fate: { answer, lost } }: Exchange): string {
  if (!answer) return lost;
  const code = answer.status < 400 ? undefined : /"code":"(\w+)"/.exec(answer.body)?.[1];
  return code === undefined ? String(answer.status) : `${answer.status} ${code}`;
}

/** Counts by the call that a request began as, whatever was done to it. */
export function count(tally: Tally, exchanges: Exchange[]): void {
  for (const exchange of exchanges) {
    const { operationId } = exchange.recipe;
    const outcomes = tally.get(operationId) ?? new Map<string, number>();
    tally.set(operationId, outcomes);
    const outcome = outcomeOf(exchange);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
}

/** Calls that nobody got through to, or that refused nobody: of those the run says nothing. */
export function reachedAll(tally: Tally): Fault[] {
  return [...tally].flatMap(([operationId, outcomes]) => {
    const all = [...outcomes.keys()];
    const missing = [
      ...(all.some((outcome) => outcome.startsWith('2')) ? [] : ['succeeded']),
      ...(all.some((outcome) => outcome.startsWith('4')) ? [] : ['was refused']),
    ];
    return missing.map(
      (what): Fault => ({
        check: 'reached',
        what: `${operationId} never ${what}`,
        index: null,
      }),
    );
  });
}
