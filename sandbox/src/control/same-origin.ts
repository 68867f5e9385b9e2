import type { FastifyInstance } from 'fastify';
import { ActionError } from '../actions/action-error';

const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Keeps other web sites out of the unsigned part: only this machine's own names are answered, and
 * a page of another origin is refused.
 */
export function requireSameOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { host, origin } = request.headers;
    const foreign = origin !== undefined && origin !== `http://${host}`;
    if (!host || !LOCAL_HOST.test(host) || foreign) {
      done(new ActionError(403, 'forbidden', 'The sandbox answers this machine only.'));
    } else {
      done();
    }
  });
}
