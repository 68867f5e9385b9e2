import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { answerError, controlApi } from './control/control-api';
import type { SandboxParts } from './control/parts';
import { requireSameOrigin } from './control/same-origin';
import { logInbound } from './log/log-inbound';
import { v1Routes } from './onefit/v1-routes';
import { pageRoutes } from './page/page-routes';

/** Builds the HTTP server: Onefit's API under /v1, the control API under /sandbox/api, the page. */
export function buildServer(parts: SandboxParts): FastifyInstance {
  const { store, faults, log, config } = parts;
  const app = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200 },
  });
  app.register(
    (v1, _options, done) => {
      logInbound(v1, log);
      v1Routes(v1, { store, faults, secrets: config.secrets });
      done();
    },
    { prefix: '/v1' },
  );
  app.register(
    (control, _options, done) => {
      requireSameOrigin(control);
      controlApi(control, parts);
      done();
    },
    { prefix: '/sandbox/api' },
  );
  app.register((page, _options, done) => {
    requireSameOrigin(page);
    page.setErrorHandler((error, _request, reply) => answerError(error, reply));
    pageRoutes(page, parts);
    done();
  });
  return app;
}
