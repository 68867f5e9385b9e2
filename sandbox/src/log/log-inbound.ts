import type { FastifyInstance } from 'fastify';
import type { LoggedRequest, RequestLog } from './request-log';

declare module 'fastify' {
  interface FastifyRequest {
    logged: LoggedRequest | null;
  }
}

/** Logs every request to this part of the server, also those that end without an answer. */
export function logInbound(app: FastifyInstance, log: RequestLog): void {
  app.decorateRequest('logged', null);
  app.addHook('onRequest', (request, reply, done) => {
    const entry = log.begin({ direction: 'in', method: request.method, path: request.url });
    request.logged = entry;
    // The response's own `close` comes in every case: answered, broken off, or never answered.
    reply.raw.once('close', () => {
      entry.requestBody = request.rawBody?.toString('utf8', 0, 4_000) ?? '';
      entry.faults = request.faultPlan?.kinds ?? [];
      const answered = reply.raw.writableFinished;
      log.finish(entry, request.routeOptions.config.call ?? 'unknown', {
        status: answered ? reply.raw.statusCode : null,
        ...(answered ? {} : { error: 'ended without an answer' }),
      });
    });
    done();
  });
  app.addHook('onSend', (request, _reply, payload, done) => {
    if (request.logged && typeof payload === 'string') request.logged.responseBody = payload;
    done(null, payload);
  });
}
