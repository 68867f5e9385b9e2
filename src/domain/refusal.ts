import { errors } from '@strapi/utils';
import { tell } from './sentence';
import type { Sentence } from './sentence';

/**
 * A "no" with its reason: a stable `code` for programs and a sentence that says what to do.
 * Strapi answers it as its error envelope, with the code in `error.details.code`.
 */
export class Refusal extends errors.ApplicationError {
  readonly code: string;
  readonly sentence: Sentence;

  /**
   * @param code stable, in snake_case
   * @param sentence what is wrong and what to do, for a person
   * @param details further facts for the panel, such as who holds a taken ID
   */
  constructor(code: string, sentence: Sentence, details: Record<string, unknown> = {}) {
    super(tell(sentence), { ...details, code });
    this.code = code;
    this.sentence = sentence;
  }
}
