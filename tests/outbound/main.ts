/**
 * `npm run test:outbound`: whatever happens to the connection, Onefit ends up with what the venue
 * has. See README.md. Ends with 0 when everything held.
 */
import { runAsCommand } from '../support/command-line';
import { interruption } from '../support/interruption';
import { readOptions, USAGE } from './options';
import type { Options, PartName } from './options';
import { controls } from './parts/controls';
import { instances } from './parts/instances';
import type { Check, Interruption, PartReport } from './parts/part';
import { scale } from './parts/scale';
import { storms } from './parts/storms';
import { lastLine, partLines } from './report';

type Part = (options: Options, signal: Interruption) => Promise<PartReport>;

const PARTS: Record<PartName, Part> = {
  storms,
  controls,
  scale,
  instances,
};

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const signal = interruption();
  const checks: Check[] = [];
  console.log(`Outbound on ${options.db}: ${JSON.stringify(options)}`);
  for (const name of options.parts) {
    const report = await PARTS[name](options, signal);
    checks.push(...report.checks);
    for (const line of partLines(name, report)) console.log(line);
  }
  console.log(lastLine(checks));
  return checks.every(({ holds }) => holds) ? 0 : 1;
}

runAsCommand(USAGE, main);
