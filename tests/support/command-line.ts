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
