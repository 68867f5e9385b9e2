import {
  COUNTED,
  DELIVERED,
  FREED,
  KEPT_BOOKINGS,
  KEPT_CANCELLATIONS,
  RISING,
} from '../checks/promises';
import type { Control, Options } from './options';
import type { Round } from './round';

const SHOWN = 4;
const SHOWN_COMPLAINTS = 25;

/** What each control breaks: one of it must be found, whichever a death falls on. */
const BROKEN_BY: Record<Control, string[]> = {
  'early-answer': [KEPT_BOOKINGS, KEPT_CANCELLATIONS],
  'torn-transaction': [COUNTED],
  'early-acknowledgement': [DELIVERED],
  'out-of-order': [RISING],
  'endless-claims': [FREED],
};

function found(rounds: Round[], promise: string): string[] {
  return rounds.flatMap(({ seed, judged }) =>
    judged
      .filter((one) => one.promise === promise)
      .flatMap(({ broken }) => broken.map((what) => `seed ${seed}: ${what}`)),
  );
}

/** What must have been found, or must not have been, and whether it was so. */
export interface Verdict {
  name: string;
  holds: boolean;
  seen: string[];
}

/** Each promise over all rounds; in a control, each that the mistake breaks. */
export function verdicts({ control }: Options, rounds: Round[]): Verdict[] {
  if (control !== null) {
    const broken = BROKEN_BY[control];
    const seen = broken.flatMap((promise) => found(rounds, promise));
    const name = `found broken: ${broken.join(', or ')}`;
    return [{ name, holds: seen.length > 0, seen: seen.slice(0, 1) }];
  }
  const promises = (rounds[0]?.judged ?? []).map(({ promise }) => promise);
  return promises.map((name) => {
    const seen = found(rounds, name);
    return { name, holds: seen.length === 0, seen };
  });
}

function lines({ name, holds, seen }: Verdict): string[] {
  const more = seen.length - SHOWN;
  return [
    `  ${holds ? 'ok   ' : 'FAIL '} ${name}${holds ? '' : `: ${seen.length}`}`,
    ...seen.slice(0, SHOWN).map((one) => `    ${one}`),
    ...(more > 0 ? [`    … and ${more} more`] : []),
  ];
}

/** Lines that differ only in their time are one; those of a stack are left out. */
function mostFrequent(complaints: string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of complaints) {
    const what = /^\[[^\]]*\] (.*)/.exec(line)?.[1];
    if (what !== undefined) counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, SHOWN_COMPLAINTS)
    .map(([what, count]) => `    ${count} × ${what}`);
}

function sum(rounds: Round[], of: (round: Round) => number): number {
  return rounds.reduce((total, round) => total + of(round), 0);
}

function rounded(number: number): number {
  return Number(number.toFixed(1));
}

/** All that is printed of a run; the line before the last is JSON. */
export function reportLines(options: Options, rounds: Round[], seconds: number): string[] {
  const judged = verdicts(options, rounds);
  const deaths = rounds.flatMap((round) => round.deaths);
  const byMoment: Record<string, number> = {};
  for (const { moment } of deaths) byMoment[moment] = (byMoment[moment] ?? 0) + 1;
  const complaints = rounds.flatMap((round) => round.complaints);
  const failed = judged.filter(({ holds }) => !holds);
  const back = deaths.map(({ backAfter }) => backAfter);
  const facts = {
    ...options,
    rounds: rounds.length,
    deaths: deaths.length,
    byMoment,
    backAfterSeconds: {
      mean: rounded(back.reduce((total, one) => total + one, 0) / Math.max(1, back.length)),
      longest: rounded(Math.max(0, ...back)),
    },
    calls: sum(rounds, (round) => round.calls),
    unanswered: sum(rounds, (round) => round.unanswered),
    edits: sum(rounds, (round) => round.edits),
    stuckClaims: sum(rounds, (round) => round.stuckClaims),
    longestStuckSeconds: rounded(Math.max(0, ...rounds.map((round) => round.longestStuck))),
    longestUntilDeliveredSeconds: rounded(Math.max(0, ...rounds.map((round) => round.quietAfter))),
    serverLogLines: complaints.length,
    seconds: Math.round(seconds),
  };
  return [
    ...judged.flatMap(lines),
    ...(failed.length > 0 && complaints.length > 0
      ? ['  The venue logged:', ...mostFrequent(complaints)]
      : []),
    JSON.stringify(facts),
    `${judged.length - failed.length} passed, ${failed.length} failed`,
  ];
}
