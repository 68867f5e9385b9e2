import type { Core } from '@strapi/strapi';

/** What Node calls a connection that broke, timed out, or carried something that is no HTTP. */
const CONNECTION_CODE = /^(?:HPE_|E[A-Z]+$|ERR_HTTP_|ERR_STREAM_)/;

interface HttpFault {
  code?: unknown;
  status?: unknown;
  expose?: unknown;
}

/**
 * Says in the log, and not loudly, that a caller's connection broke. By itself Koa prints a stack
 * trace for each, so that anybody who sends half a request would fill the log. What is no fault of
 * a connection is an error as before.
 */
export function logBrokenConnections(strapi: Core.Strapi): void {
  const { app } = strapi.server;
  app.silent = true;
  app.on('error', (error: Error & HttpFault) => {
    if (typeof error.code === 'string' && CONNECTION_CODE.test(error.code)) {
      strapi.log.http(`A connection broke: ${error.message}`);
      return;
    }
    // Answered to the caller already, as Koa has it.
    if (error.status === 404 || error.expose === true) return;
    strapi.log.error(error);
  });
}
