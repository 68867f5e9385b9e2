import { errors } from '@strapi/utils';
import { z } from 'zod';
import { activeOrder } from '../market/active-order';
import { previewActivityRule, previewAppointmentRule } from '../venue/rule-preview';
import { connection } from './connection';
import { read } from './request';
import type { Controller } from './request';

const spotLimit = z.coerce.number().int().min(0).max(10_000).optional();

const previewQuery = z.union(
  [
    z.strictObject({
      /** document id */
      activity: z.string().min(1).max(64),
      aggregatorBookings: z.enum(['not_allowed', 'allowed']),
      aggregatorSpotLimit: spotLimit,
    }),
    z.strictObject({
      /** document id */
      appointment: z.string().min(1).max(64),
      aggregatorBookings: z.enum(['as_activity', 'not_allowed', 'allowed']),
      aggregatorSpotLimit: spotLimit,
    }),
  ],
  { error: 'give an activity or an appointment, and its aggregatorBookings' },
);

/** What saving a rule would do, said before it is saved. */
export const rulePreview: Controller = ({ strapi }) => ({
  async find(ctx) {
    const query = read(previewQuery, ctx.query);
    const knex = strapi.db.connection;
    const now = connection(strapi).clock.now();
    const limit = query.aggregatorSpotLimit ?? null;
    const preview =
      'activity' in query
        ? await previewActivityRule(
            knex,
            query.activity,
            { allowed: query.aggregatorBookings === 'allowed', spotLimit: limit },
            now,
          )
        : await previewAppointmentRule(
            knex,
            query.appointment,
            { rule: query.aggregatorBookings, spotLimit: limit },
            now,
          );
    if (!preview) throw new errors.NotFoundError('This does not exist any more. Reload the page.');
    ctx.body = { ...preview, ordered: (await activeOrder(knex)) !== null };
  },
});
