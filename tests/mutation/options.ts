import { oneOf, optionsOf, whole } from '../support/command-line';

export const USAGE = 'npm run test:mutation [-- --group NAME]... [--at-once 1]';

export interface Options {
  /** the groups to mutate, in order */
  groups: string[];
  /** mutants tried at the same time */
  atOnce: number;
}

/**
 * What a command line asks for: all groups, or those of `--group`, which may be given several times.
 *
 * @throws OptionError for what it does not know
 */
export function readOptions(args: string[], all: string[]): Options {
  const given = optionsOf(args, {
    group: { type: 'string', multiple: true, default: all },
    'at-once': { type: 'string', default: '1' },
  });
  const chosen = given.group.map((name) => oneOf('group', name, all));
  return {
    groups: all.filter((name) => chosen.includes(name)),
    atOnce: whole('at-once', given['at-once'], 1, 64),
  };
}
