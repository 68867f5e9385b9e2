import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** Thrown for an option that cannot be; the message says what can. */
export class OptionError extends Error {}

export const LARGEST_SEED = 0xffffffff;

/** A whole number of the command line. @throws OptionError with the bounds */
export function whole(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most || text.trim() === '') {
    throw new OptionError(`--${name} must be a whole number from ${least} to ${most}.`);
  }
  return number;
}

/** One of a few words. @throws OptionError that names them */
export function oneOf<Choice extends string>(
  name: string,
  text: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((known) => known === text);
  if (!choice) throw new OptionError(`--${name} must be one of: ${choices.join(', ')}.`);
  return choice;
}

/** The seed that was given, or one of this moment. */
export function seedOf(text: string | undefined): number {
  return whole('seed', text ?? String(Date.now() % LARGEST_SEED), 0, LARGEST_SEED);
}

/** One that may be left out; null = it was. @throws OptionError that names the others */
export function oneOfOrNone<Choice extends string>(
  name: string,
  text: string | undefined,
  choices: readonly Choice[],
): Choice | null {
  return text === undefined ? null : oneOf(name, text, choices);
}

/** The values of a command line. @throws OptionError for what it does not know */
export function optionsOf<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new OptionError((error as Error).message);
  }
}

/**
 * Runs a command and ends the process with what it gives: 0 = everything held. An option that cannot
 * be ends it with 2 and the usage, any other error with 1.
 */
export function runAsCommand(usage: string, main: () => Promise<number>): void {
  main().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      const wrong = error instanceof OptionError;
      console.error(wrong ? `${error.message}\n${usage}` : error);
      process.exitCode = wrong ? 2 : 1;
    },
  );
}
