import type { Fault } from './checks/check';
import type { Recipe } from './requests/recipe';
import type { Exchange } from './sending/crowd';
import { CUT } from './sending/lane';
import type { Session } from './session';

export interface Round {
  exchanges: Exchange[];
  faults: Fault[];
  /** refused requests that were sent again, and changed nothing */
  changedNothing: number;
  /** requests that were sent on top of those that were made up */
  sentAgain: number;
}

const SHOWN_ROWS = 5;
/** A refusal may turn into a yes while others are still served; those are left out, then looked again. */
const PASSES = 6;

/** Refused, or only half sent. What came of another request without an answer is not known. */
function isRefused({ fate: { answer, lost } }: Exchange): boolean {
  return answer === null ? lost === CUT : answer.status >= 400;
}

function faultsOf({ judge }: Session, { index, recipe, fate }: Exchange): Fault[] {
  return judge(recipe, fate).map((finding) => ({ ...finding, index }));
}

/** The rows, shortened, as one text. */
function shown(rows: string[]): string {
  const some = rows.slice(0, SHOWN_ROWS).map((row) => row.slice(0, 400));
  return [`${rows.length} row(s) changed`, ...some].join('\n        ');
}

type Numbered = Array<readonly [number, Recipe]>;

/**
 * Looks among requests that changed something for one that does so again by itself, by halves.
 *
 * @returns its number; null when it takes several, or when it happens only once
 */
async function culprit(session: Session, suspects: Numbered): Promise<number | null> {
  const changes = async (some: Numbered) => {
    await session.crowd.send(some);
    return (await session.watch.look()).length > 0;
  };
  let left = suspects;
  while (left.length > 1) {
    const half = Math.ceil(left.length / 2);
    const [one, other] = [left.slice(0, half), left.slice(half)];
    if (await changes(one)) left = one;
    else if (await changes(other)) left = other;
    else return null;
  }
  return left[0]?.[0] ?? null;
}

function numbered(exchanges: Exchange[]): Numbered {
  return exchanges.map(({ index, recipe }) => [index, recipe] as const);
}

/** Sends what was refused once more, with nobody else there, until nothing of it is taken. */
async function refusedAgain(session: Session, first: Exchange[]) {
  const { crowd, watch } = session;
  let refused = first;
  let sentAgain = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const again = await crowd.send(numbered(refused));
    sentAgain += again.length;
    const rows = await watch.look();
    const taken = again.filter((exchange) => !isRefused(exchange));
    if (taken.length === 0) {
      if (rows.length === 0) return { faults: [], changedNothing: again.length, sentAgain };
      const index = await culprit(session, numbered(again));
      const fault: Fault = { check: 'refused', what: shown(rows), index };
      return { faults: [fault], changedNothing: 0, sentAgain };
    }
    refused = again.filter(isRefused);
  }
  const what = `after ${PASSES} times there were still refused requests that were then taken`;
  return {
    faults: [{ check: 'refused', what, index: null } as Fault],
    changedNothing: 0,
    sentAgain,
  };
}

/**
 * One round: Onefit's requests, whatever comes of them; then the strangers', which must change
 * nothing; then all that Onefit was refused, which must change nothing either.
 *
 * @param from the number of its first request
 */
export async function playRound(session: Session, from: number, count: number): Promise<Round> {
  const { crowd, requests, watch } = session;
  const indices = Array.from({ length: count }, (_, offset) => from + offset);
  const by = (sender: 'onefit' | 'stranger') =>
    indices
      .filter((index) => requests.senderOf(index) === sender)
      .map((index) => [index, requests.at(index)] as const);
  const onefit = await crowd.send(by('onefit'));
  await watch.look();
  const strangers = by('stranger');
  const unsigned = await crowd.send(strangers);
  const rows = await watch.look();
  const exchanges = [...onefit, ...unsigned];
  const faults = exchanges.flatMap((exchange) => faultsOf(session, exchange));
  if (rows.length > 0) {
    const index = await culprit(session, strangers);
    faults.push({ check: 'stranger', what: shown(rows), index });
  }
  const refused = await refusedAgain(session, onefit.filter(isRefused));
  return {
    exchanges,
    faults: [...faults, ...refused.faults],
    changedNothing: refused.changedNothing,
    sentAgain: refused.sentAgain,
  };
}
