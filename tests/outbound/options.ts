import { oneOf, OptionError, optionsOf, seedOf, whole } from '../support/command-line';
import { databaseNamed } from '../support/database';
import type { DatabaseKind } from '../support/database';

/** What can be run; see README.md. */
export type PartName = 'storms' | 'controls' | 'scale' | 'instances';

export interface Options {
  db: DatabaseKind;
  parts: PartName[];
  storms: number;
  /** no wave of storms begins after so many */
  minutes: number;
  /** moves in each storm */
  moves: number;
  /** storms that rage at the same time */
  atOnce: number;
  /** of the first storm; the others count on from it */
  seed: number;
  /** venue processes on one database */
  processes: number;
}

const PARTS = ['storms', 'controls', 'scale', 'instances'] as const;
export const USAGE = `npm run test:outbound -- [--db sqlite|postgres|mariadb] [--part ${PARTS.join(',')}]
  [--storms 50] [--minutes 60] [--moves 30] [--at-once 25] [--seed N] [--processes P]
Build first: npm run build:test`;

const OPTIONS = {
  db: { type: 'string', default: 'sqlite' },
  part: { type: 'string' },
  storms: { type: 'string', default: '50' },
  minutes: { type: 'string', default: '60' },
  moves: { type: 'string', default: '30' },
  'at-once': { type: 'string', default: '25' },
  seed: { type: 'string' },
  processes: { type: 'string' },
} as const;

/** Several instances are promised on PostgreSQL, so they run there. */
function partsOf(text: string | undefined, db: DatabaseKind): PartName[] {
  if (text === undefined) return PARTS.filter((part) => part !== 'instances' || db === 'postgres');
  const parts = text.split(',').map((part) => oneOf('part', part, PARTS));
  if (db !== 'postgres' && parts.includes('instances')) {
    throw new OptionError('Several instances are promised on PostgreSQL: use --db postgres.');
  }
  return parts;
}

/**
 * Reads the command line.
 *
 * @throws OptionError with what to write instead
 */
export function readOptions(args: string[]): Options {
  const values = optionsOf(args, OPTIONS);
  const db = databaseNamed(values.db);
  const processes = values.processes ?? '1';
  if (db === 'sqlite' && processes !== '1') {
    throw new OptionError('SQLite serves one process: --processes must be 1 there.');
  }
  return {
    db,
    parts: partsOf(values.part, db),
    storms: whole('storms', values.storms, 1, 100_000),
    minutes: whole('minutes', values.minutes, 1, 1_440),
    moves: whole('moves', values.moves, 1, 1_000),
    atOnce: whole('at-once', values['at-once'], 1, 100),
    seed: seedOf(values.seed),
    processes: whole('processes', processes, 1, 8),
  };
}
