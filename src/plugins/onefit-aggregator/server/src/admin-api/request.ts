import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { z } from 'zod';

/** As much of Koa's context as the panel's routes use. */
export interface AdminContext {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
  state: { user?: { id: number | string; preferedLanguage?: string | null } };
  status: number;
  body: unknown;
  set(headers: Record<string, string>): void;
  /** lets the browser save the answer under a name, whatever letters it has */
  attachment(fileName: string): void;
}

/** A controller of the panel's routes: its actions by name. */
export type Controller = (args: {
  strapi: Core.Strapi;
}) => Record<string, (ctx: AdminContext) => Promise<void>>;

/** The id of the administrator who asks; null where nobody is signed in. */
export function actorOf({ state }: AdminContext): string | null {
  return state.user ? String(state.user.id) : null;
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
  throw new errors.ValidationError(
    problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; '),
    { code: 'invalid_request', errors: problems },
  );
}
