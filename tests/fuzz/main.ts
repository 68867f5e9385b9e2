/**
 * `npm run test:fuzz`: requests made up from the venue's own OpenAPI document, sent over real HTTP
 * to a venue that runs as a process of its own; what it answers and writes is held against what
 * was promised.
 *
 * Ends with 0 when all checks held; with `--control`, when each of them found the venue that was
 * broken for it.
 */
import { runAsCommand } from '../support/command-line';
import { interruption } from '../support/interruption';
import { runControls } from './control';
import { once } from './once';
import { readOptions, USAGE } from './options';
import type { Options } from './options';
import { reportLines } from './report';
import { run } from './run';

async function linesOf(options: Options): Promise<string[]> {
  if (options.only !== null) return once(options, options.only);
  if (options.control) return runControls(options);
  return reportLines(options, await run(options, interruption()));
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  console.log(`Fuzz on ${options.db}, seed ${options.seed}: ${JSON.stringify(options)}`);
  const lines = await linesOf(options);
  for (const line of lines) console.log(line);
  return lines.at(-1)?.endsWith(', 0 failed') ? 0 : 1;
}

runAsCommand(USAGE, main);
