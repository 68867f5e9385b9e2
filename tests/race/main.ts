/**
 * `npm run test:race`: members and staff fight for few spots on real server processes, and a
 * checker holds the history of every call against what the database says in the end.
 *
 * Ends with 0 when all invariants held; with `--control`, when the checker saw that they did not.
 */
import { runAsCommand } from '../support/command-line';
import { interruption } from '../support/interruption';
import { readOptions, USAGE } from './options';
import { isGood, reportLines } from './report';
import { run } from './run';

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  console.log(`Race on ${options.db}, seed ${options.seed}: ${JSON.stringify(options)}`);
  const report = await run(options, interruption());
  for (const line of reportLines(options, report)) console.log(line);
  return isGood(options, report) ? 0 : 1;
}

runAsCommand(USAGE, main);
