import type { z } from 'zod';
import { Problem } from '../problems';
import type { FieldError } from '../problems';

const MAX_ERRORS = 20;
const MAX_DEPTH = 8;
const UNSAFE_IN_A_PATH = /[^A-Za-z0-9_.\-[\]]/g;

/** Names come from the caller: cut short, and nothing in them that a log or a page could trip on. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => String(step).slice(0, 64))
    .join('.')
    .slice(0, 200)
    .replace(UNSAFE_IN_A_PATH, '?');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (current, step) =>
      typeof current === 'object' && current !== null
        ? (current as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );
}

const KIND_NAMES: Partial<Record<string, string>> = {
  string: 'text',
  object: 'an object',
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

function fieldErrors(issue: z.core.$ZodIssue, value: unknown): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      message: 'is not a known field; leave it out',
    }));
  }
  const path = pathText(issue.path);
  if (issue.code !== 'invalid_type') return [{ path, message: issue.message }];
  const given = valueAt(value, issue.path);
  if (given === undefined) return [{ path, message: 'is required' }];
  if (Array.isArray(given) && issue.expected === 'string') {
    return [{ path, message: 'must be given once, as text' }];
  }
  return [{ path, message: `must be ${KIND_NAMES[issue.expected] ?? issue.expected}` }];
}

/**
 * Zod leaves a field named `__proto__` aside without a word, and a request has no business being
 * deep. Both are refused here, so that "unknown field" means every unknown field.
 */
function structureError(value: unknown, path: string[] = []): FieldError | null {
  if (typeof value !== 'object' || value === null) return null;
  if (path.length >= MAX_DEPTH) return { path: pathText(path), message: 'is nested too deeply' };
  if (Object.hasOwn(value, '__proto__')) {
    return {
      path: pathText([...path, '__proto__']),
      message: 'is not a known field; leave it out',
    };
  }
  for (const [key, inner] of Object.entries(value)) {
    const error = structureError(inner, [...path, key]);
    if (error) return error;
  }
  return null;
}

/** Makes the refusal of a request that does not fit, with every fault named (at most 20). */
export function invalidRequest(...errors: readonly FieldError[]): Problem {
  return new Problem('invalid_request', { errors: errors.slice(0, MAX_ERRORS) });
}

/**
 * Reads a value of a request by its schema.
 * @throws Problem `invalid_request` with `errors: [{path, message}]`.
 */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const deep = structureError(value);
  if (deep) throw invalidRequest(deep);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalidRequest(...result.error.issues.flatMap((issue) => fieldErrors(issue, value)));
}
