import { errors } from '@strapi/utils';

/**
 * A "no" with its reason: a stable `code` for programs and a sentence that says what to do.
 * Strapi answers it as its error envelope, with the code in `error.details.code`.
 */
export class Refusal extends errors.ApplicationError {
  readonly code: string;

  /**
   * @param code stable, in snake_case
   * @param message what is wrong and what to do, for a person
   * @param details further facts for the panel, such as who holds a taken ID
   */
  constructor(code: string, message: string, details: Record<string, unknown> = {}) {
    super(message, { ...details, code });
    this.code = code;
  }
}
