import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/** A whole number; the default also where the variable is set and empty. */
function int(env: Env, name: string, otherwise: number): number {
  return env(name, '') === '' ? otherwise : env.int(name, otherwise);
}

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '') || '0.0.0.0',
  port: int(env, 'PORT', 1337),
  url: env('PUBLIC_URL', ''),
  proxy: { koa: env.bool('IS_PROXIED', false) },
  app: { keys: env.array('APP_KEYS', []) },
  http: {
    serverOptions: {
      // A caller that dribbles its headers or its body is cut off instead of holding a socket.
      headersTimeout: int(env, 'HTTP_HEADERS_TIMEOUT', 10_000),
      requestTimeout: int(env, 'HTTP_REQUEST_TIMEOUT', 30_000),
      connectionsCheckingInterval: 2_000,
      keepAliveTimeout: 65_000,
    },
  },
  logger: { updates: { enabled: false }, startup: { enabled: env('STARTUP_LOG', '') !== 'false' } },
});

export default config;
