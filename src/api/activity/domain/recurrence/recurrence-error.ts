/**
 * A `recurrenceRule` that cannot be used. The message is written for staff: it says what is wrong,
 * where (`Line 3: …`) and what to do. `code` is stable and meant for programs.
 */
export class RecurrenceError extends Error {
  readonly code = 'recurrence_invalid';

  /**
   * @param problem What is wrong and what to do, without the line number.
   * @param line The line of the text, counted from 1, where one can be named.
   */
  constructor(
    readonly problem: string,
    readonly line?: number,
  ) {
    super(line === undefined ? problem : `Line ${line}: ${problem}`);
    this.name = 'RecurrenceError';
  }
}

const QUOTED_LENGTH = 40;

/** A piece of the user's text for use in a message: in quotes, cut when it is long. */
export function quoted(text: string): string {
  const short = text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text;
  return `"${short}"`;
}
