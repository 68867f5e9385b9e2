import type { ValidateFunction } from 'ajv';
import { ActionError } from '../actions/action-error';
import { fieldErrors } from '../contract/validator';

/**
 * Gives a body or a value of the control API once it is valid; a missing body counts as `{}`.
 * @throws ActionError 400 `invalid_request` that names every broken rule.
 */
export function input<T>(validate: ValidateFunction<T>, value: unknown): T {
  const given = value ?? {};
  if (validate(given)) return given;
  const errors = fieldErrors(validate.errors);
  const message = errors.map((error) => `${error.path} ${error.message}`).join('; ');
  throw new ActionError(400, 'invalid_request', message, { errors });
}
