import { OptionError, optionsOf } from '../support/command-line';
import { nameOf } from './judge';
import type { Mutant } from './mutant';

export const USAGE = `npm run test:mutants [-- --only TEXT] [--shard 2/5]
Build first: npm run build:test`;

/** The part of a whole that a run does: `2/5` is the second of five. */
interface Shard {
  part: number;
  of: number;
}

/** @throws OptionError when it is no part of a whole */
function shardOf(text: string): Shard {
  const [, part, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (shard.part >= 1 && shard.part <= shard.of) return shard;
  throw new OptionError(`--shard must be a part of a whole, from 1/5 to 5/5. It is ${text}.`);
}

/** Those with the same judge stay together, since each judge must first pass without a fault. */
function shardedBy({ part, of }: Shard, mutants: Mutant[]): Mutant[] {
  const byJudge = mutants.toSorted((one, other) => {
    const [mine, its] = [nameOf(one.judge), nameOf(other.judge)];
    return mine < its ? -1 : mine > its ? 1 : 0;
  });
  const start = (index: number) => Math.round((byJudge.length * index) / of);
  return byJudge.slice(start(part - 1), start(part));
}

/**
 * The mutants that a command line asks for: those with `--only`'s text in their name, and of them
 * the part that `--shard` says.
 *
 * @throws OptionError when there are none
 */
export function chosen(args: string[], all: Mutant[]): Mutant[] {
  const { only, shard } = optionsOf(args, {
    only: { type: 'string', default: '' },
    shard: { type: 'string', default: '1/1' },
  });
  const named = all.filter(({ name }) => name.includes(only));
  if (named.length === 0) throw new OptionError(`--only ${only}: no mutant has that in its name.`);
  const mutants = shardedBy(shardOf(shard), named);
  if (mutants.length === 0) throw new OptionError(`--shard ${shard}: nothing is in that part.`);
  return mutants;
}
