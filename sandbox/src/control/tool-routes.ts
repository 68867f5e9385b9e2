import type { FastifyInstance } from 'fastify';
import { ActionError } from '../actions/action-error';
import { validateFault, validateFaults } from '../faults/fault-schema';
import { input } from './input';
import type { SandboxParts } from './parts';

const NO_SCRIPTS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** The tools around the play: faults, the log of requests, the mails. */
export function toolRoutes(app: FastifyInstance, { faults, log, mailbox }: SandboxParts): void {
  app.get('/faults', () => ({ faults: faults.list() }));

  app.post('/faults', ({ body }, reply) =>
    reply.code(201).send(faults.add(input(validateFault, body))),
  );

  app.put('/faults', ({ body }) => {
    const specs = input(validateFaults, body);
    faults.clear();
    return { faults: specs.map((spec) => faults.add(spec)) };
  });

  app.delete('/faults', (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });

  app.delete<{ Params: { id: string } }>('/faults/:id', ({ params }, reply) => {
    if (!faults.remove(params.id)) {
      throw new ActionError(404, 'not_found', `There is no fault ${params.id}.`);
    }
    return reply.code(204).send();
  });

  app.get<{ Querystring: { limit?: string } }>('/requests', ({ query }) => {
    const limit = Number(query.limit ?? 500);
    if (!Number.isInteger(limit) || limit < 1 || limit > 500) {
      throw new ActionError(400, 'invalid_request', 'limit must be a whole number from 1 to 500.');
    }
    return { requests: log.list(limit), counts: log.counted() };
  });

  app.delete('/requests', (_request, reply) => {
    log.clear();
    return reply.code(204).send();
  });

  app.get('/mails', () => ({ mails: mailbox.list() }));

  app.get<{ Params: { id: string } }>('/mails/:id', ({ params }) => findMail(params.id));

  app.get<{ Params: { id: string } }>('/mails/:id/html', ({ params }, reply) =>
    // The mail is untrusted: shown in a frame, it runs nothing and loads nothing.
    reply
      .header('Content-Security-Policy', NO_SCRIPTS)
      .type('text/html; charset=utf-8')
      .send(findMail(params.id).html ?? ''),
  );

  app.delete('/mails', (_request, reply) => {
    mailbox.clear();
    return reply.code(204).send();
  });

  function findMail(id: string): ReturnType<typeof mailbox.list>[number] {
    const mail = mailbox.find(id);
    if (!mail) throw new ActionError(404, 'not_found', `There is no mail ${id}.`);
    return mail;
  }
}
