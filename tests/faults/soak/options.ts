import { oneOfOrNone, optionsOf, seedOf, whole } from '../../support/command-line';
import { databaseNamed } from '../../support/database';
import type { DatabaseKind } from '../../support/database';

/** What is left open, kept or not done, to see that the verdict notices. */
export const CONTROLS = ['memory', 'handles', 'nights'] as const;

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

const OPTIONS = {
  db: { type: 'string', default: 'sqlite' },
  minutes: { type: 'string', default: '1' },
  seed: { type: 'string' },
  control: { type: 'string' },
} as const;

/**
 * Reads the command line.
 *
 * @throws OptionError with what to write instead
 */
export function readOptions(args: string[]): Options {
  const values = optionsOf(args, OPTIONS);
  const db = databaseNamed(values.db);
  return {
    db,
    minutes: whole('minutes', values.minutes, 1, 1_440),
    seed: seedOf(values.seed),
    control: oneOfOrNone('control', values.control, CONTROLS),
  };
}
