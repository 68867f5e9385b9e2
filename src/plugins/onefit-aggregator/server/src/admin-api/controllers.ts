import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Connection } from '../connection-service';
import { dismissProposal, openProposals } from '../customers/proposals';
import type { OrderRow } from '../market/active-order';
import { retrySession } from '../outbound/retry';
import { listSessionStates, readSessionState } from '../outbound/session-states';
import { connectionStatus } from '../outbound/status';
import { PLUGIN } from '../settings';
import { instant, instantOrNull } from '../venue/ports';
import { activityLog } from './activity-log';
import { actorOf, read } from './request';
import type { Controller } from './request';

const LANGUAGES = ['en', 'nl', 'de'];

const orderBody = z.strictObject({
  contactEmail: z
    .string({ error: 'enter the e-mail address that gets the confirmation' })
    .trim()
    .max(254, { error: 'must have at most 254 characters' })
    .regex(/^[^\s@]+@[^\s@]+$/, { error: 'enter a complete e-mail address' }),
});

const proposalsQuery = z.object({ customer: z.string().max(64).optional() });

const sessionsQuery = z.object({
  state: z.enum(['on_onefit', 'waiting', 'needs_attention', 'not_offered']).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

function connection(strapi: Core.Strapi): Connection {
  return strapi.plugin(PLUGIN).service<Connection>('connection');
}

function orderAnswer(order: OrderRow | null) {
  return (
    order && {
      contactEmail: order.contact_email,
      orderedAt: instant(order.ordered_at).toISOString(),
      orderedBy: order.ordered_by,
      confirmationSentAt: instantOrNull(order.confirmation_sent_at)?.toISOString() ?? null,
      confirmationError: order.confirmation_error,
    }
  );
}

const extensionOrder: Controller = ({ strapi }) => ({
  async find(ctx) {
    ctx.body = { order: orderAnswer(await connection(strapi).orders().current()) };
  },

  async create(ctx) {
    const { contactEmail } = read(orderBody, ctx.request.body);
    const { orders, confirm, wake } = connection(strapi);
    const { user } = ctx.state;
    const language = user?.preferedLanguage ?? 'en';
    await orders().order({
      contactEmail,
      orderedBy: actorOf(ctx),
      language: LANGUAGES.includes(language) ? language : 'en',
    });
    wake();
    await confirm();
    ctx.status = 201;
    ctx.body = { order: orderAnswer(await orders().current()) };
  },

  async end(ctx) {
    const { orders, wake } = connection(strapi);
    await orders().end(actorOf(ctx));
    wake();
    ctx.status = 204;
  },
});

const status: Controller = ({ strapi }) => ({
  async find(ctx) {
    ctx.body = await connectionStatus(strapi, connection(strapi).clock.now());
  },
});

async function stateOf(strapi: Core.Strapi, documentId: string) {
  const state = await readSessionState(strapi, documentId, connection(strapi).clock.now());
  if (!state) throw new errors.NotFoundError('This appointment does not exist.');
  return state;
}

const sessions: Controller = ({ strapi }) => ({
  async list(ctx) {
    const query = read(sessionsQuery, ctx.query);
    ctx.body = await listSessionStates(strapi, query, connection(strapi).clock.now());
  },

  async find(ctx) {
    const { documentId = '' } = ctx.params;
    ctx.body = await stateOf(strapi, documentId);
  },

  async retry(ctx) {
    const { documentId = '' } = ctx.params;
    const { venue, wake, clock } = connection(strapi);
    await venue().bookings.transaction((trx) =>
      retrySession(trx, documentId, actorOf(ctx), clock.now()),
    );
    wake();
    ctx.body = await stateOf(strapi, documentId);
  },
});

const sync: Controller = ({ strapi }) => ({
  async run(ctx) {
    ctx.body = await connection(strapi).synchronise.run(actorOf(ctx));
  },

  async progress(ctx) {
    ctx.body = await connection(strapi).synchronise.progress();
  },
});

const proposals: Controller = ({ strapi }) => ({
  async list(ctx) {
    const { customer } = read(proposalsQuery, ctx.query);
    ctx.body = { proposals: await openProposals(strapi.db.connection, customer ?? null) };
  },

  async dismiss(ctx) {
    const { documentId = '' } = ctx.params;
    const { clock, venue } = connection(strapi);
    const dismissed = await venue().bookings.transaction((trx) =>
      dismissProposal(trx, documentId, actorOf(ctx), clock.now()),
    );
    if (!dismissed) {
      throw new errors.NotFoundError('This proposal does not exist any more.');
    }
    ctx.status = 204;
  },
});

export const adminControllers = {
  'extension-order': extensionOrder,
  status,
  sessions,
  sync,
  proposals,
  'activity-log': activityLog,
};
