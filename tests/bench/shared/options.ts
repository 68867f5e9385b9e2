import { OptionError, optionsOf, whole } from '../../support/command-line';

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

const DATABASES: readonly BenchDatabase[] = ['sqlite', 'postgres'];

const OPTIONS = {
  db: { type: 'string' },
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '5' },
  items: { type: 'string', default: '20000' },
  'stock-tuned': { type: 'boolean', default: false },
} as const;

/**
 * Reads `--db sqlite|postgres --rounds 5 --seconds 5 --items 20000 --stock-tuned`.
 *
 * @throws OptionError with what to write instead
 */
export function readOptions(args: string[]): BenchOptions {
  const values = optionsOf(args, OPTIONS);
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
