import { oneOfOrNone, OptionError, optionsOf, seedOf, whole } from '../support/command-line';
import { databaseNamed } from '../support/database';
import type { DatabaseKind } from '../support/database';

/** What is taken out of the venue, to see that the checker notices. */
export type Control = 'spots' | 'keys';

export interface Options {
  db: DatabaseKind;
  /** how many calls are made, at least */
  attempts: number;
  /** server processes */
  processes: number;
  callers: number;
  /** moves that each caller makes at a time */
  lanes: number;
  seed: number;
  /** of the first server; 0 = any that is free */
  port: number;
  control: Control | null;
}

export const USAGE = `npm run test:race -- [--db sqlite|postgres|mariadb] [--attempts 1000] [--processes 3]
  [--callers 2] [--lanes 12] [--seed N] [--port 0] [--control spots|keys]
Build first: npm run build:plugins && npm run build:server`;

/** `--control` alone means the spots. */
function withControl(args: string[]): string[] {
  return args.flatMap((arg, index) => {
    const next = args[index + 1];
    const bare = arg === '--control' && (next === undefined || next.startsWith('--'));
    return bare ? [arg, 'spots'] : [arg];
  });
}

const OPTIONS = {
  db: { type: 'string', default: 'sqlite' },
  attempts: { type: 'string', default: '1000' },
  processes: { type: 'string' },
  callers: { type: 'string', default: '2' },
  lanes: { type: 'string', default: '12' },
  seed: { type: 'string' },
  port: { type: 'string', default: '0' },
  control: { type: 'string' },
} as const;

/**
 * Reads the command line.
 *
 * @throws OptionError with what to write instead
 */
export function readOptions(args: string[]): Options {
  const values = optionsOf(withControl(args), OPTIONS);
  const db = databaseNamed(values.db);
  const most = db === 'sqlite' ? 1 : 8;
  const processes = values.processes ?? (db === 'sqlite' ? '1' : '3');
  if (db === 'sqlite' && processes !== '1') {
    throw new OptionError('SQLite serves one server process: --processes must be 1 there.');
  }
  const control = oneOfOrNone('control', values.control, ['spots', 'keys']);
  if (db === 'sqlite' && control === 'keys') {
    throw new OptionError(
      'On SQLite one transaction runs at a time, so nothing is missed without the keys. Use postgres or mariadb.',
    );
  }
  return {
    db,
    control,
    attempts: whole('attempts', values.attempts, 1, 1_000_000),
    processes: whole('processes', processes, 1, most),
    callers: whole('callers', values.callers, 1, 8),
    lanes: whole('lanes', values.lanes, 1, 64),
    seed: seedOf(values.seed),
    port: whole('port', values.port, 0, 65_000),
  };
}
