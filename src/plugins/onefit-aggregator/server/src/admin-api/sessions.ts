import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { writeActivities } from '../activity-log/write';
import { retryAll, retrySession } from '../outbound/retry';
import { listSessionStates } from '../outbound/session-list';
import { readSessionState } from '../outbound/session-states';
import { SESSION_STANDINGS, STANDING_REASONS } from '../outbound/session-state';
import { connection } from './connection';
import { actorOf, read } from './request';
import type { Controller } from './request';

const sessionsQuery = z.object({
  state: z.enum(SESSION_STANDINGS).optional(),
  reason: z.enum(STANDING_REASONS).optional(),
  /** document id */
  venue: z.string().max(64).optional(),
  /** part of an activity's name */
  search: z.string().trim().max(200).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

async function stateOf(strapi: Core.Strapi, documentId: string) {
  const state = await readSessionState(strapi, documentId, connection(strapi).clock.now());
  if (!state) throw new errors.NotFoundError('This appointment does not exist.');
  return state;
}

/** Where the coming appointments stand with Onefit, and sending them again. */
export const sessions: Controller = ({ strapi }) => ({
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

  /** Makes everything due again that Onefit refused. */
  async retryAll(ctx) {
    const { venue, wake, clock } = connection(strapi);
    const retried = await venue().bookings.transaction(async (trx) => {
      const deed = { kind: 'retry_asked', outcome: 'done', source: 'staff' } as const;
      await writeActivities(trx, [{ ...deed, actor: actorOf(ctx) }], clock.now());
      return retryAll(trx);
    });
    wake();
    ctx.body = { retried };
  },
});
