import type { Core } from '@strapi/strapi';

/** As much of Koa's context as is used. */
interface Context {
  method: string;
  path: string;
  status: number;
  /** The pattern of the route that answered, as the router leaves it. */
  _matchedRoute?: string | RegExp;
}

/** What is said of a request that no route of ours took: its address is whatever somebody made up. */
const NO_ROUTE = '(no route)';

/**
 * What is logged of an address. Never its query, in which staff's searches stand: the path where a
 * route says what each part of it is, and the route alone where it takes anything.
 */
function loggedPath({ path, _matchedRoute: route }: Context): string {
  if (typeof route !== 'string') return NO_ROUTE;
  return /[*(]/.test(route) ? route : path;
}

/** One line for each request that is answered; in the place of Strapi's own, which logs queries. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: () => Promise<unknown>): Promise<void> => {
    const began = performance.now();
    try {
      await next();
    } finally {
      const milliseconds = Math.round(performance.now() - began);
      const { method, status } = ctx;
      const path = loggedPath(ctx);
      const message = `${method} ${path} ${status} (${milliseconds} ms)`;
      strapi.log.http({ message, method, path, status, milliseconds });
    }
  };
