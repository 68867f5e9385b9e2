import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Judge } from './mutant';

/** What a suite said; `output` is what it printed. */
export interface Verdict {
  passed: number;
  failed: number;
  output: string;
}

/** Names a judge. */
export function nameOf(judge: Judge): string {
  return judge.suite === 'race' ? 'race' : judge.files;
}

function run(directory: string, command: string, args: string[]) {
  const child = spawn(path.join('node_modules', '.bin', command), args, {
    cwd: directory,
    env: { ...process.env, TEST_DATABASE: 'sqlite', TEST_COUNT_FILE: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(Buffer.concat(output).toString()));
  });
}

async function integration(directory: string, files: string, tests?: string): Promise<Verdict> {
  const report = path.join(directory, 'verdict.json');
  const args = ['--selectProjects=integration', '--runInBand', `--testPathPatterns=${files}`];
  if (tests !== undefined) args.push(`--testNamePattern=${tests}`);
  const output = await run(directory, 'jest', [...args, '--json', `--outputFile=${report}`]);
  const written = await readFile(report, 'utf8').catch(() => null);
  if (written === null) return { passed: 0, failed: 0, output };
  await rm(report);
  const told = JSON.parse(written) as { numPassedTests: number; numFailedTests: number };
  return { passed: told.numPassedTests, failed: told.numFailedTests, output };
}

async function race(directory: string): Promise<Verdict> {
  const args = ['--db', 'postgres', '--attempts', '1500', '--processes', '2', '--seed', '7'];
  const output = await run(directory, 'tsx', ['tests/race/main.ts', ...args]);
  const counts = /^(\d+) passed, (\d+) failed$/m.exec(output);
  return { passed: Number(counts?.[1] ?? 0), failed: Number(counts?.[2] ?? 0), output };
}

/** Lets a suite judge the project in this directory. */
export function judge(directory: string, by: Judge): Promise<Verdict> {
  return by.suite === 'race' ? race(directory) : integration(directory, by.files, by.tests);
}

/** The judges of all of them as few: one run of all integration tests that are named, and the race. */
export function together(judges: Judge[]): Judge[] {
  const files = judges.flatMap((by) => (by.suite === 'integration' ? [by.files] : []));
  const all: Judge[] = [];
  if (files.length > 0) {
    all.push({ suite: 'integration', files: [...new Set(files)].join('|') });
  }
  if (files.length < judges.length) all.push({ suite: 'race' });
  return all;
}
