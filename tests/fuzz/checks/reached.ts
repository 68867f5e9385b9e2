import type { Exchange } from '../sending/crowd';
import type { ServedDocument } from '../session';
import type { Fault } from './check';

/** So many requests get every call to succeed for somebody. */
export const ENOUGH = 2_000;
/** So many meet every refusal that the document has for a call, however rare. */
const ENOUGH_FOR_REFUSALS = 5_000;

/** Refusals that no request can bring about by what it says. */
const BEYOND_REQUESTS = [
  'too_many_requests',
  'internal_error',
  'temporarily_unavailable',
  'not_configured',
  'extension_not_ordered',
];

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

/** Every refusal code that the document has for some call. */
function refusalsOf({ paths }: ServedDocument): Set<string> {
  const operations = Object.values(paths).flatMap((operation) => Object.values(operation));
  const answers = operations.flatMap(({ responses }) => Object.values(responses));
  const codes = answers.flatMap(({ content }) =>
    Object.keys(content?.['application/problem+json']?.examples ?? {}),
  );
  return new Set(codes.filter((code) => !BEYOND_REQUESTS.includes(code)));
}

function callsNeverServed(tally: Tally): string[] {
  return [...tally]
    .filter(([, outcomes]) => ![...outcomes.keys()].some((outcome) => outcome.startsWith('2')))
    .map(([operationId]) => `${operationId} never succeeded`);
}

function refusalsNeverMet(tally: Tally, document: ServedDocument): string[] {
  const met = new Set(
    [...tally.values()].flatMap((outcomes) =>
      [...outcomes.keys()].map((outcome) => outcome.split(' ')[1]),
    ),
  );
  return [...refusalsOf(document)]
    .filter((code) => !met.has(code))
    .map((code) => `nobody was refused with ${code}`);
}

/**
 * What the run says nothing of: calls that nobody got through to, and refusals of the document that
 * nobody met. Of too few requests nothing is asked.
 *
 * @param requests how many were sent
 */
export function reachedAll(tally: Tally, document: ServedDocument, requests: number): Fault[] {
  return [
    ...(requests < ENOUGH ? [] : callsNeverServed(tally)),
    ...(requests < ENOUGH_FOR_REFUSALS ? [] : refusalsNeverMet(tally, document)),
  ].map((what) => ({ check: 'reached', what, index: null }));
}
