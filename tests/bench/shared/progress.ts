import type { BenchOptions } from './options';

/** Says on the standard error what is being measured: the standard output holds the figures. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/**
 * Calls every side once a round, in turn, so that whatever changes on the machine meanwhile
 * meets all of them alike. Every second round goes through the sides backwards.
 */
export async function alternate<Side extends string>(
  { rounds }: Pick<BenchOptions, 'rounds'>,
  sides: readonly Side[],
  measure: (side: Side, round: number) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? sides : [...sides].reverse();
    for (const side of order) await measure(side, round);
  }
}
