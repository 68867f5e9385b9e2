/**
 * `npm run test:soak`: a venue under mixed load for as long as is said; what it takes and keeps is
 * measured all the while, and judged by the bounds of `verdict.ts`. See ../README.md.
 *
 * Ends with 0 when all bounds were kept; with `--control`, when it was found which was not.
 */
import { runAsCommand } from '../../support/command-line';
import { interruption } from '../../support/interruption';
import { readOptions, USAGE } from './options';
import type { Control } from './options';
import { soak } from './run';
import { judge } from './verdict';

/** The bound that each control breaks. */
const BROKEN_BY: Record<Control, string> = {
  memory: 'memory in use, in MB',
  handles: 'open handles',
  nights: 'rows that are older than they are kept, after a night',
};

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  console.log(`Soak on ${options.db}, seed ${options.seed}: ${JSON.stringify(options)}`);
  const { samples, nights, problems } = await soak(options, interruption());
  for (const sample of samples) console.log(JSON.stringify(sample));
  console.log(JSON.stringify({ nights }));
  const bounds = judge(samples, nights);
  const sound = {
    name: 'everything that was answered is as it was answered',
    holds: problems.length === 0,
    seen: problems.slice(0, 3).join('; ') || 'nothing else',
  };
  const { control } = options;
  const wanted =
    control === null
      ? [...bounds, sound]
      : bounds
          .filter(({ name }) => name === BROKEN_BY[control])
          .map((bound) => ({ ...bound, name: `found: ${bound.name}`, holds: !bound.holds }));
  for (const { name, holds, seen } of wanted) {
    console.log(`  ${holds ? 'ok   ' : 'FAIL '} ${name}: ${seen}`);
  }
  const failed = wanted.filter(({ holds }) => !holds).length;
  console.log(`${wanted.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

runAsCommand(USAGE, main);
