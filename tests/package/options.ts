import { oneOfOrNone, optionsOf } from '../support/command-line';
import { CONTROLS } from './controls';
import type { Control } from './controls';

export const USAGE = `npm run test:package [-- --control no-dist|silent|eager]
Build first: npm run build:test`;

/** @throws OptionError for what cannot be */
export function readOptions(args: string[]): { control: Control | null } {
  const { control } = optionsOf(args, { control: { type: 'string' } });
  return { control: oneOfOrNone('control', control, Object.keys(CONTROLS) as Control[]) };
}
