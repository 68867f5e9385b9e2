import { parseArgs } from 'node:util';
import { OptionError, oneOf, seedOf, whole } from '../../support/command-line';
import { DATABASE_NAMES, databaseNamed } from '../../support/database';
import type { DatabaseKind } from '../../support/database';

/** What is left open or kept, to see that the verdict notices. */
export const CONTROLS = ['memory', 'handles'] as const;

export type Control = (typeof CONTROLS)[number];

export interface Options {
  db: DatabaseKind;
  minutes: number;
  seed: number;
  /** null = the venue as it is */
  control: Control | null;
}

export const USAGE = `npm run test:soak -- [--minutes 1] [--db sqlite|postgres|mariadb] [--seed N]
  [--control ${CONTROLS.join('|')}]
Build first: npm run build:test`;

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        db: { type: 'string', default: 'sqlite' },
        minutes: { type: 'string', default: '1' },
        seed: { type: 'string' },
        control: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new OptionError((error as Error).message);
  }
}

/**
 * Reads the command line.
 *
 * @throws OptionError with what to write instead
 */
export function readOptions(args: string[]): Options {
  const values = parsed(args);
  const db = databaseNamed(values.db);
  if (!db) throw new OptionError(`--db must be one of: ${DATABASE_NAMES.join(', ')}.`);
  const { control } = values;
  return {
    db,
    minutes: whole('minutes', values.minutes, 1, 1_440),
    seed: seedOf(values.seed),
    control: control === undefined ? null : oneOf('control', control, CONTROLS),
  };
}
