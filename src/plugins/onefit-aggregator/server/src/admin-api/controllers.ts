import { errors } from '@strapi/utils';
import { z } from 'zod';
import { dismissProposal, openProposals } from '../customers/proposals';
import { connectionStatus } from '../outbound/status';
import { activityLog } from './activity-log';
import { connection } from './connection';
import { customers } from './customers';
import { extensionOrder, market } from './market';
import { monthReports } from './month-report';
import { actorOf, read } from './request';
import type { Controller } from './request';
import { rulePreview } from './rule-preview';
import { sessions } from './sessions';

const proposalsQuery = z.object({ customer: z.string().max(64).optional() });

const status: Controller = ({ strapi }) => ({
  async find(ctx) {
    ctx.body = await connectionStatus(strapi, connection(strapi).clock.now());
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
  market,
  'extension-order': extensionOrder,
  status,
  sessions,
  sync,
  proposals,
  customers,
  'rule-preview': rulePreview,
  'activity-log': activityLog,
  'month-report': monthReports,
};
