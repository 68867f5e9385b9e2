import { errors } from '@strapi/utils';
import type { z } from 'zod';
import type { Sentence } from './venue';

/** As much of Koa's context as these routes use. */
export interface AdminContext {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
  state: {
    user?: { id: number | string };
    /** Tells a sentence of the project in the language of whoever asks. */
    tell: (sentence: Sentence) => string;
  };
  status: number;
  body: unknown;
  /** a header of the request; empty when there is none */
  get(header: string): string;
  /** sets a header of the answer */
  set(header: string, value: string): void;
}

export type Controller = Record<string, (ctx: AdminContext) => Promise<void>>;

/** The administrator who asks, as the history keeps it. */
export function actorOf(ctx: AdminContext): string | null {
  return ctx.state.user ? String(ctx.state.user.id) : null;
}

/**
 * Reads what the panel sent by a schema.
 *
 * @throws ValidationError `invalid_request` with a sentence a field
 */
export function read<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }));
  const sentence = problems
    .map(({ path, message }) => (path ? `${path}: ${message}` : message))
    .join('; ');
  throw new errors.ValidationError(`Nothing was saved. Correct this first: ${sentence}.`, {
    code: 'invalid_request',
    errors: problems,
  });
}
