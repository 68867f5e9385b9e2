import { parseArgs } from 'node:util';

export type BenchDatabase = 'sqlite' | 'postgres';

/** How long a benchmark measures. */
export interface BenchOptions {
  databases: BenchDatabase[];
  /** alternating rounds; the median of them is what counts */
  rounds: number;
  /** seconds of one round */
  seconds: number;
  /** what the outbound engine and the job queues work off in a round */
  items: number;
  /** stock Strapi gets this project's SQLite settings, in place of those it comes with */
  stockTuned: boolean;
}

/** Thrown for an option that cannot be; the message says what can. */
export class OptionError extends Error {}

const DATABASES: readonly BenchDatabase[] = ['sqlite', 'postgres'];

function whole(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isInteger(number) || number < least || number > most) {
    throw new OptionError(`--${name} must be a whole number from ${least} to ${most}.`);
  }
  return number;
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        db: { type: 'string' },
        rounds: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '5' },
        items: { type: 'string', default: '20000' },
        'stock-tuned': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new OptionError((error as Error).message);
  }
}

/**
 * Reads `--db sqlite|postgres --rounds 5 --seconds 5 --items 20000 --stock-tuned`.
 *
 * @throws OptionError with what to write instead
 */
export function readOptions(args: string[]): BenchOptions {
  const values = parsed(args);
  const chosen = DATABASES.filter((known) => values.db === undefined || known === values.db);
  if (chosen.length === 0) {
    throw new OptionError(`--db must be one of: ${DATABASES.join(', ')}; without it, both.`);
  }
  return {
    databases: chosen,
    rounds: whole('rounds', values.rounds, 1, 50),
    seconds: whole('seconds', values.seconds, 1, 60),
    items: whole('items', values.items, 100, 1_000_000),
    stockTuned: values['stock-tuned'],
  };
}
