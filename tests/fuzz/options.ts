import { OptionError, optionsOf, whole } from '../support/command-line';
import { databaseNamed } from '../support/database';
import type { DatabaseKind } from '../support/database';

export interface Options {
  db: DatabaseKind;
  /** how many requests are made up; refused ones are sent again on top */
  requests: number;
  /** connections that are used at a time */
  lanes: number;
  seed: number;
  /** the one request of the seed that is sent alone; null = all */
  only: number | null;
  /** breaks the venue in every way that the checks must notice, one after the other */
  control: boolean;
}

const LARGEST_SEED = 0x7fffffff;

export const USAGE = `npm run test:fuzz -- [--requests 2000] [--db sqlite|postgres|mariadb] [--lanes 32]
  [--seed N] [--only N] [--control]
Build first: npm run build:plugins && npm run build:server`;

const OPTIONS = {
  db: { type: 'string', default: 'sqlite' },
  requests: { type: 'string', default: '2000' },
  lanes: { type: 'string', default: '32' },
  seed: { type: 'string' },
  only: { type: 'string' },
  control: { type: 'boolean', default: false },
} as const;

/**
 * Reads the command line.
 *
 * @throws OptionError with what to write instead
 */
export function readOptions(args: string[]): Options {
  const values = optionsOf(args, OPTIONS);
  if (values.only !== undefined && values.seed === undefined) {
    throw new OptionError('--only is the number of a request of a seed: give --seed as well.');
  }
  return {
    db: databaseNamed(values.db),
    requests: whole('requests', values.requests, 1, 10_000_000),
    lanes: whole('lanes', values.lanes, 1, 256),
    seed: whole('seed', values.seed ?? String(Date.now() % LARGEST_SEED), 0, LARGEST_SEED),
    only: values.only === undefined ? null : whole('only', values.only, 0, 10_000_000),
    control: values.control,
  };
}
