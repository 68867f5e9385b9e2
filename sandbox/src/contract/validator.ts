import { Ajv } from 'ajv';
import type { AnySchema, ErrorObject, ValidateFunction } from 'ajv';
import { formats } from './formats';
import type { FieldError } from './types';

const MAX_ERRORS = 20;

const FORMAT_MESSAGES: Record<string, string> = {
  id: 'must be 1 to 64 characters of A-Z, a-z, 0-9 and . _ : -',
  uuid: 'must be a UUID',
  instant: 'must be an RFC 3339 instant with an offset, such as 2026-11-30T18:30:00+01:00',
  'time-zone': 'must be an IANA time zone, such as Europe/Amsterdam',
  'no-control-characters': 'must not contain control characters',
};

/**
 * The one validator of the sandbox. Nothing is coerced, defaulted or removed: what was sent is
 * what is judged.
 */
const ajv = new Ajv({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  discriminator: true,
  formats,
});

/** Compiles a JSON Schema once; throws when the schema itself is wrong. */
export function compileSchema<T>(schema: AnySchema): ValidateFunction<T> {
  return ajv.compile<T>(schema);
}

/** Turns the validator's findings into the contract's `errors`, the first twenty of them. */
export function fieldErrors(errors: readonly ErrorObject[] | null | undefined): FieldError[] {
  return (errors ?? []).slice(0, MAX_ERRORS).map((error) => ({
    path: error.instancePath || '/',
    message: describe(error),
  }));
}

function describe(error: ErrorObject): string {
  const params: Record<string, unknown> = error.params;
  switch (error.keyword) {
    case 'format':
      return FORMAT_MESSAGES[String(params['format'])] ?? `must match ${String(params['format'])}`;
    case 'additionalProperties':
      return `unknown field "${String(params['additionalProperty'])}"`;
    case 'enum':
      return `must be one of ${JSON.stringify(params['allowedValues'])}`;
    case 'const':
      return `must be ${JSON.stringify(params['allowedValue'])}`;
    default:
      return error.message ?? 'is not valid';
  }
}
