import type { FastifyInstance, FastifyReply } from 'fastify';
import { ActionError } from '../actions/action-error';
import { errorField } from '../error-fields';
import { eventRoutes } from './event-routes';
import { memberRoutes } from './member-routes';
import { onefitRoutes } from './onefit-routes';
import type { SandboxParts } from './parts';
import { toolRoutes } from './tool-routes';

/** The unsigned API for the page, for tests and for scripts, under `/sandbox/api`. */
export function controlApi(app: FastifyInstance, parts: SandboxParts): void {
  app.setErrorHandler((error, _request, reply) => answerError(error, reply));
  app.setNotFoundHandler((request) => {
    throw new ActionError(404, 'not_found', `There is no ${request.method} ${request.url}.`);
  });
  // Scripts send DELETE and POST without a body but with a JSON content type: that is no body.
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (_request, text: string, done) => {
      try {
        done(null, text.trim() === '' ? undefined : JSON.parse(text));
      } catch {
        done(new ActionError(400, 'invalid_request', 'The body is not valid JSON.'));
      }
    },
  );
  onefitRoutes(app, parts);
  memberRoutes(app, parts);
  toolRoutes(app, parts);
  eventRoutes(app, parts);
}

/** Answers an error as this API does: `{code, message}`. */
export function answerError(error: unknown, reply: FastifyReply): FastifyReply {
  if (error instanceof ActionError) {
    const { status, code, message, extra } = error;
    return reply.code(status).send({ code, message, ...extra });
  }
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
      ? error.statusCode
      : 500;
  const message = errorField(error, 'message') ?? String(error);
  if (status >= 500) console.error(error);
  return reply.code(status).send({ code: STATUS_CODES[status] ?? 'internal_error', message });
}

const STATUS_CODES: Record<number, string> = {
  400: 'invalid_request',
  413: 'body_too_large',
  415: 'unsupported_media_type',
};
