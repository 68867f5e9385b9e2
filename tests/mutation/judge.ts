import type { Mutant } from './stryker-report';

/** The least part of a group's mutants that its tests must notice. */
export const LEAST_KILLED = 0.85;

/** Mutants that no test notices, and why none could or should. */
export interface Reason {
  file: string;
  reason: string;
  mutants: Array<Pick<Mutant, 'in' | 'original' | 'replacement'>>;
}

/** What became of the mutants of one group. */
export interface Score {
  killed: number;
  timedOut: number;
  survived: number;
  /** run by no test at all; they count as survivors */
  unseen: number;
  /** could not be run, so that nothing is known of them */
  broken: number;
  ignored: number;
  /** the part that was noticed, of those that could be run; 0 of none */
  share: number;
}

export interface Check {
  name: string;
  passed: boolean;
  /** what speaks against it */
  findings: string[];
}

/** Counts what became of mutants. A test that never ends has noticed, too. */
export function scoreOf(mutants: Mutant[]): Score {
  const count = (...words: string[]) =>
    mutants.filter(({ status }) => words.includes(status)).length;
  const [killed, timedOut] = [count('Killed'), count('Timeout')];
  const [survived, unseen] = [count('Survived'), count('NoCoverage')];
  const all = killed + timedOut + survived + unseen;
  return {
    killed,
    timedOut,
    survived,
    unseen,
    broken: count('RuntimeError', 'CompileError'),
    ignored: count('Ignored'),
    share: all === 0 ? 0 : (killed + timedOut) / all,
  };
}

/** One line about a group. */
export function lineOf(group: string, score: Score): string {
  const { killed, timedOut, survived, unseen, broken, ignored, share } = score;
  const parts = [
    `${killed} killed`,
    `${timedOut} timed out`,
    `${survived} survived`,
    `${unseen} run by no test`,
    `${broken} could not be run`,
    `${ignored} left out`,
  ];
  return `${group}: ${(100 * share).toFixed(1)} % noticed; ${parts.join(', ')}`;
}

/** Whether enough of a group was noticed; null = Stryker did not get to a report. */
export function noticesEnough(group: string, mutants: Mutant[] | null): Check {
  const name = `${group}: at least ${100 * LEAST_KILLED} % killed`;
  if (!mutants) return { name, passed: false, findings: ['There is no report.'] };
  const { share } = scoreOf(mutants);
  const findings = share < LEAST_KILLED ? [`It is ${(100 * share).toFixed(1)} %.`] : [];
  return { name, passed: findings.length === 0, findings };
}

const keyOf = (file: string, { in: line, original, replacement }: Reason['mutants'][number]) =>
  JSON.stringify([file, line, original, replacement]);

const told = ({ file, line, in: within, original, replacement }: Mutant) =>
  `${file}:${line} in "${within}": "${original}" → "${replacement}"`;

/**
 * Whether each survivor has its reason and, among the files of this run, each reason its survivor:
 * one that is noticed meanwhile is struck off the list.
 */
export function haveReasons(mutants: Mutant[], reasons: Reason[]): Check {
  const files = new Set(mutants.map(({ file }) => file));
  const open = new Map<string, { count: number; tell: string }>();
  for (const { file, reason, mutants: listed } of reasons) {
    if (!files.has(file) || reason.trim() === '') continue;
    for (const one of listed) {
      const key = keyOf(file, one);
      const tell = `${file} in "${one.in}": "${one.original}" → "${one.replacement}"`;
      open.set(key, { count: (open.get(key)?.count ?? 0) + 1, tell });
    }
  }
  const findings: string[] = [];
  for (const mutant of mutants) {
    if (mutant.status !== 'Survived' && mutant.status !== 'NoCoverage') continue;
    const listed = open.get(keyOf(mutant.file, mutant));
    if (listed && listed.count > 0) listed.count -= 1;
    else findings.push(`without a reason: ${told(mutant)}`);
  }
  for (const { count, tell } of open.values()) {
    if (count > 0) findings.push(`no survivor any more: ${tell}`);
  }
  const passed = findings.length === 0;
  return { name: 'every survivor has a reason, every reason a survivor', passed, findings };
}
