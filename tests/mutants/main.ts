/**
 * `npm run test:mutants [-- --only TEXT] [--shard 2/5]`: switches hand-made faults of the booking and
 * sync SQL on, one by one, in a copy of the project, and demands that the suite named for each
 * notices. First every suite must pass without a fault: a suite that fails anyway notices nothing.
 *
 * A fault is caught when some tests fail and others pass: one after which nothing starts at all
 * would prove nothing. Build first: npm run build:test
 */
import { runAsCommand } from '../support/command-line';
import { BOOKING_MUTANTS } from './booking-mutants';
import { judge, nameOf, together } from './judge';
import type { Mutant } from './mutant';
import { chosen, USAGE } from './options';
import { makeScratch } from './scratch';
import type { Scratch } from './scratch';
import { SYNC_MUTANTS } from './sync-mutants';

function tail(output: string): string {
  return output.split('\n').slice(-40).join('\n');
}

/** Gives how many suites passed and failed without any fault. */
async function soundSuites(scratch: Scratch, mutants: Mutant[]): Promise<[number, number]> {
  const judges = together(mutants.map(({ judge: by }) => by));
  let sound = 0;
  for (const by of judges) {
    const { passed, failed, output } = await judge(scratch.directory, by);
    const passes = failed === 0 && passed > 0;
    console.log(`${passes ? 'sound' : 'FAILS'}  ${nameOf(by)}, without a fault: ${passed} passed`);
    if (passes) sound += 1;
    else console.log(tail(output));
  }
  return [sound, judges.length - sound];
}

async function isCaught(scratch: Scratch, mutant: Mutant): Promise<boolean> {
  await scratch.switchOn(mutant);
  const { passed, failed, output } = await judge(scratch.directory, mutant.judge);
  await scratch.switchOff(mutant);
  const caught = failed > 0 && passed > 0;
  const said = `${mutant.name} (${mutant.breaks}): ${passed} passed, ${failed} failed`;
  console.log(`${caught ? 'caught' : 'NOT CAUGHT'}  ${nameOf(mutant.judge)} · ${said}`);
  if (!caught) console.log(tail(output));
  return caught;
}

async function main(): Promise<number> {
  const mutants = chosen(process.argv.slice(2), [...BOOKING_MUTANTS, ...SYNC_MUTANTS]);
  const scratch = await makeScratch();
  try {
    let [good, bad] = await soundSuites(scratch, mutants);
    // What fails anyway notices nothing.
    for (const mutant of bad === 0 ? mutants : []) {
      if (await isCaught(scratch, mutant)) good += 1;
      else bad += 1;
    }
    console.log(`${good} passed, ${bad} failed`);
    return bad === 0 ? 0 : 1;
  } finally {
    await scratch.remove();
  }
}

runAsCommand(USAGE, main);
