import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/** A whole number of milliseconds; the default also where the variable is set and empty. */
function milliseconds(env: Env, name: string, otherwise: number): number {
  return env(name, '') === '' ? otherwise : env.int(name, otherwise);
}

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  proxy: { koa: env.bool('IS_PROXIED', false) },
  app: { keys: env.array('APP_KEYS', []) },
  http: {
    serverOptions: {
      // A caller that dribbles its headers or its body is cut off instead of holding a socket.
      headersTimeout: milliseconds(env, 'HTTP_HEADERS_TIMEOUT', 10_000),
      requestTimeout: milliseconds(env, 'HTTP_REQUEST_TIMEOUT', 30_000),
      connectionsCheckingInterval: 2_000,
      keepAliveTimeout: 65_000,
    },
  },
  logger: { updates: { enabled: false }, startup: { enabled: env.bool('STARTUP_LOG', true) } },
});

export default config;
