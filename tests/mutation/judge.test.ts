import { readFileSync } from 'node:fs';
import path from 'node:path';
import { haveReasons, lineOf, noticesEnough, scoreOf } from './judge';
import type { Reason } from './judge';
import { mutantsOf } from './stryker-report';
import type { Mutant, StrykerReport } from './stryker-report';

const ROOT = path.resolve(__dirname, '../..');

const source = `export function late(at: number): boolean {
  if (at > 5) return true;
  return [
    at,
    6,
  ].includes(6);
}
`;

const at = (line: number, column: number) => ({ line, column });

const report: StrykerReport = {
  files: {
    'src/late.ts': {
      source,
      mutants: [
        {
          mutatorName: 'EqualityOperator',
          replacement: 'at >= 5',
          status: 'Survived',
          location: { start: at(2, 7), end: at(2, 13) },
        },
        {
          mutatorName: 'ArrayDeclaration',
          replacement: '[]',
          status: 'Killed',
          location: { start: at(3, 10), end: at(6, 4) },
        },
      ],
    },
  },
};

const survivor: Mutant = {
  file: 'src/late.ts',
  in: 'if (at > 5) return true;',
  original: 'at > 5',
  replacement: 'at >= 5',
  status: 'Survived',
  line: 2,
};

const become = (...statuses: string[]) => statuses.map((status) => ({ ...survivor, status }));

describe('a mutant of Stryker’s report', () => {
  it('is named by its text, on one line, however the code is broken into lines', () => {
    expect(mutantsOf(report)).toEqual([
      survivor,
      {
        file: 'src/late.ts',
        in: 'return [',
        original: '[ at, 6, ]',
        replacement: '[]',
        status: 'Killed',
        line: 3,
      },
    ]);
  });
});

describe('a score', () => {
  it('counts what a test noticed, or never ended for, among what could be run', () => {
    const mutants = become(
      ...['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage'],
      ...['RuntimeError', 'CompileError', 'Ignored'],
    );
    expect(scoreOf(mutants)).toEqual({
      killed: 2,
      timedOut: 1,
      survived: 1,
      unseen: 1,
      broken: 2,
      ignored: 1,
      share: 0.6,
    });
    expect(lineOf('late', scoreOf(mutants))).toBe(
      'late: 60.0 % noticed; 2 killed, 1 timed out, 1 survived, 1 run by no test, 2 could not be run, 1 left out',
    );
  });

  it('is enough from 85 % on, and never without mutants or a report', () => {
    const killed = (count: number, of: number) =>
      become(...Array.from({ length: of }, (_, index) => (index < count ? 'Killed' : 'Survived')));
    expect(noticesEnough('late', killed(85, 100))).toEqual({
      name: 'late: at least 85 % killed',
      passed: true,
      findings: [],
    });
    expect(noticesEnough('late', killed(84, 100))).toMatchObject({
      passed: false,
      findings: ['It is 84.0 %.'],
    });
    expect(noticesEnough('late', [])).toMatchObject({ passed: false });
    expect(noticesEnough('late', null)).toMatchObject({ passed: false });
  });
});

describe('the reasons of survivors', () => {
  const listed = { in: survivor.in, original: survivor.original, replacement: 'at >= 5' };
  const reason: Reason = { file: survivor.file, reason: 'Nobody is at 5.', mutants: [listed] };

  it('are enough when each survivor has one', () => {
    expect(haveReasons(become('Survived', 'Killed'), [reason])).toMatchObject({
      passed: true,
      findings: [],
    });
    expect(haveReasons(become('NoCoverage'), [reason]).passed).toBe(true);
    expect(haveReasons(become('Killed', 'Timeout', 'Ignored'), []).passed).toBe(true);
  });

  it.each<[string, Reason[]]>([
    ['there is none', []],
    ['it is of another file', [{ ...reason, file: 'src/early.ts' }]],
    ['it says nothing', [{ ...reason, reason: ' ' }]],
    ['it is of another line', [{ ...reason, mutants: [{ ...listed, in: 'return at > 5;' }] }]],
    ['it is of another change', [{ ...reason, mutants: [{ ...listed, replacement: 'true' }] }]],
  ])('do not count when %s', (_case, reasons) => {
    const { passed, findings } = haveReasons([survivor], reasons);
    expect(passed).toBe(false);
    expect(findings[0]).toBe(
      'without a reason: src/late.ts:2 in "if (at > 5) return true;": "at > 5" → "at >= 5"',
    );
  });

  it('are one for each of several that read the same', () => {
    const two = become('Survived', 'Survived');
    expect(haveReasons(two, [reason]).passed).toBe(false);
    expect(haveReasons(two, [{ ...reason, mutants: [listed, listed] }]).passed).toBe(true);
  });

  it('are struck off once the mutant is noticed, unless its file was not mutated', () => {
    expect(haveReasons(become('Killed'), [reason])).toMatchObject({
      passed: false,
      findings: [
        'no survivor any more: src/late.ts in "if (at > 5) return true;": "at > 5" → "at >= 5"',
      ],
    });
    expect(haveReasons([{ ...survivor, file: 'src/early.ts' }], [reason]).findings).toHaveLength(1);
    expect(haveReasons([], [reason]).passed).toBe(true);
  });
});

describe('survivors.json', () => {
  const text = readFileSync(path.join(__dirname, 'survivors.json'), 'utf8');
  const listed = (JSON.parse(text) as Reason[]).flatMap(({ file, reason, mutants }) =>
    mutants.map((mutant) => [file, mutant.in, reason] as const),
  );

  it.each(listed)('names a line that stands in %s: %s', (file, line, reason) => {
    const lines = readFileSync(path.join(ROOT, file), 'utf8').split('\n');
    expect(lines.map((one) => one.trim().replace(/\s+/g, ' '))).toContain(line);
    expect(reason).toMatch(/^[A-Z].{10,}\.$/s);
  });
});
