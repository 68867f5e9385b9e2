/**
 * `npm run test:mutation [-- --group NAME]... [--at-once 1]`: has Stryker change the code that unit tests
 * cover, one thing at a time, and demands that those tests notice: at least 85 % of each group, and a
 * reason in `survivors.json` for each mutant that is left.
 */
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { runAsCommand } from '../support/command-line';
import { groups } from './files';
import { haveReasons, lineOf, noticesEnough, scoreOf } from './judge';
import type { Reason } from './judge';
import { readOptions, USAGE } from './options';
import { mutantsOf } from './stryker-report';
import type { Mutant, StrykerReport } from './stryker-report';

const ROOT = path.resolve(__dirname, '../..');
const CONFIGURATION = 'tests/mutation/stryker.config.mjs';

function runStryker(group: string, atOnce: number): Promise<void> {
  const args = ['run', CONFIGURATION, '--concurrency', String(atOnce)];
  const child = spawn(path.join(ROOT, 'node_modules/.bin/stryker'), args, {
    cwd: ROOT,
    env: {
      ...process.env,
      TEST_MUTATION_GROUP: group,
      TEST_COUNT_FILE: '',
      PROPERTY_RUNS: '40',
    },
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
}

/** The mutants of a group and what became of them; null when Stryker did not get to a report. */
async function mutate(group: string, atOnce: number): Promise<Mutant[] | null> {
  const report = path.join(ROOT, `build/mutation/${group}.json`);
  await rm(report, { force: true });
  await runStryker(group, atOnce);
  const written = await readFile(report, 'utf8').catch(() => null);
  return written === null ? null : mutantsOf(JSON.parse(written) as StrykerReport);
}

async function reasonsForSurvivors(): Promise<Reason[]> {
  return JSON.parse(await readFile(path.join(__dirname, 'survivors.json'), 'utf8')) as Reason[];
}

async function main(): Promise<number> {
  const { groups: chosen, atOnce } = readOptions(process.argv.slice(2), Object.keys(groups));
  const results: Array<[string, Mutant[] | null]> = [];
  for (const group of chosen) results.push([group, await mutate(group, atOnce)]);

  for (const [group, mutants] of results) {
    if (mutants) console.log(lineOf(group, scoreOf(mutants)));
  }
  const all = results.flatMap(([, mutants]) => mutants ?? []);
  const checks = [
    ...results.map(([group, mutants]) => noticesEnough(group, mutants)),
    haveReasons(all, await reasonsForSurvivors()),
  ];
  for (const { name, passed, findings } of checks) {
    console.log([`${passed ? 'held' : 'NOT HELD'}  ${name}`, ...findings].join('\n  '));
  }
  const failed = checks.filter(({ passed }) => !passed).length;
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

runAsCommand(USAGE, main);
