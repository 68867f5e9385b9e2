import { say, tell } from '../../../../domain/sentence';
import type { Sentence } from '../../../../domain/sentence';

/**
 * A `recurrenceRule` that cannot be used. The sentence is written for staff: it says what is wrong,
 * where (`Line 3: …`) and what to do. `code` is stable and meant for programs.
 */
export class RecurrenceError extends Error {
  readonly code = 'recurrence_invalid';
  readonly sentence: Sentence;

  /**
   * @param problem What is wrong and what to do, without the line number.
   * @param line The line of the text, counted from 1, where one can be named.
   */
  constructor(
    readonly problem: Sentence,
    readonly line?: number,
  ) {
    const sentence = line === undefined ? problem : say`Line ${line}: ${problem}`;
    super(tell(sentence));
    this.name = 'RecurrenceError';
    this.sentence = sentence;
  }
}

const QUOTED_LENGTH = 40;

/** A piece of the user's text for use in a message: in quotes, cut when it is long. */
export function quoted(text: string): string {
  const short = text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text;
  return `"${short}"`;
}
