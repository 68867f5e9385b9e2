import { oneOfOrNone, optionsOf, seedOf, whole } from '../../support/command-line';

/** How the instances are broken, to see that the checks notice. */
export type Control = 'lost-lease';

const CONTROLS: readonly Control[] = ['lost-lease'];

export interface Options {
  instances: number;
  /** of load, before and after each thing that happens */
  seconds: number;
  seed: number;
  control: Control | null;
}

export const USAGE = `npm run test:cluster -- [--instances 3] [--seconds 5] [--seed N] [--control lost-lease]
Build first: npm run build:test`;

const OPTIONS = {
  instances: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '5' },
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
  return {
    instances: whole('instances', values.instances, 2, 8),
    seconds: whole('seconds', values.seconds, 1, 3_600),
    seed: seedOf(values.seed),
    control: oneOfOrNone('control', values.control, CONTROLS),
  };
}
