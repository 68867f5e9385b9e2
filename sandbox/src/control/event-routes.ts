import type { FastifyInstance, FastifyReply } from 'fastify';
import type { SandboxParts } from './parts';

const HEARTBEAT_MS = 15_000;

/**
 * `GET /events`: server-sent events for as long as the caller listens. `request` carries an entry
 * of the log, at its begin and again at its end; `state`, `faults` and `mails` say that something
 * there has changed.
 */
export function eventRoutes(app: FastifyInstance, parts: SandboxParts): void {
  const listeners = new Set<FastifyReply['raw']>();
  const tell = (event: string, data: unknown): void => {
    if (listeners.size === 0) return;
    const message = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    for (const listener of listeners) listener.write(message);
  };
  parts.log.onEntry((entry) => tell('request', entry));
  parts.store.onChange(() => tell('state', {}));
  parts.faults.onChange(() => tell('faults', {}));
  parts.mailbox.onChange(() => tell('mails', {}));

  const heartbeat = setInterval(() => {
    for (const listener of listeners) listener.write(': still here\n\n');
  }, HEARTBEAT_MS);
  heartbeat.unref();
  app.addHook('onClose', (_app, done) => {
    clearInterval(heartbeat);
    done();
  });

  app.get('/events', (_request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    reply.raw.write('retry: 1000\n\n');
    listeners.add(reply.raw);
    reply.raw.on('close', () => listeners.delete(reply.raw));
    return reply;
  });
}
