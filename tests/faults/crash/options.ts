import {
  oneOf,
  oneOfOrNone,
  OptionError,
  optionsOf,
  seedOf,
  whole,
} from '../../support/command-line';
import { databaseNamed } from '../../support/database';
import type { DatabaseKind } from '../../support/database';
import type { Moment } from './kills';

/** What is killed: the venue's process, or the database server under it. */
export type What = 'app' | 'server';

/** How the venue is broken, to see that the checks notice; see README.md. */
export const CONTROLS = [
  'early-answer',
  'torn-transaction',
  'early-acknowledgement',
  'out-of-order',
  'endless-claims',
] as const;

export type Control = (typeof CONTROLS)[number];

/** The moments of death in which each mistake shows: elsewhere a death would prove nothing. */
export const SHOWN_AT: Record<Control, readonly Moment[]> = {
  'early-answer': ['after-answer'],
  'torn-transaction': ['before-counting'],
  'early-acknowledgement': ['before-forwarded-call'],
  // It shows without any death.
  'out-of-order': ['random'],
  'endless-claims': ['before-call', 'after-call'],
};

export interface Options {
  db: DatabaseKind;
  kills: number;
  what: What;
  /** of the first round; the others count on */
  seed: number;
  /** null = the venue as it is */
  control: Control | null;
  /** after so many no round begins */
  minutes: number;
}

export const USAGE = `npm run test:crash -- [--db sqlite|postgres|mariadb] [--kills 10] [--what app|server]
  [--seed N] [--minutes 60] [--control ${CONTROLS.join('|')}]
Build first: npm run build:test`;

const OPTIONS = {
  db: { type: 'string', default: 'sqlite' },
  kills: { type: 'string', default: '10' },
  what: { type: 'string', default: 'app' },
  seed: { type: 'string' },
  minutes: { type: 'string', default: '60' },
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
  const what = oneOf('what', values.what, ['app', 'server']);
  if (what === 'server' && db === 'sqlite') {
    throw new OptionError('SQLite has no server to kill. Use --db postgres or mariadb.');
  }
  const control = oneOfOrNone('control', values.control, CONTROLS);
  if (what === 'server' && control !== null) {
    throw new OptionError('A control kills the venue: leave --what server out.');
  }
  return {
    db,
    what,
    control,
    kills: whole('kills', values.kills, 1, 10_000),
    seed: seedOf(values.seed),
    minutes: whole('minutes', values.minutes, 1, 1_440),
  };
}
