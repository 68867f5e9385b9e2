import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { answerUnlessKnown } from '../conditional';
import { actorOf, read } from '../request';
import type { Controller } from '../request';
import { appointmentsOf } from '../venue';
import { listAppointments, readAppointment } from './appointments';
import { listVenues } from './venues';

const LONGEST_SPAN_DAYS = 62;
const DAY = 24 * 60 * 60 * 1000;

const instant = z.iso
  .datetime({ offset: true, error: 'give an instant such as 2026-11-30T00:00:00+01:00' })
  .transform((text) => new Date(text));

const span = z
  .object({ from: instant, to: instant, venue: z.string().max(64).optional() })
  .refine(({ from, to }) => to > from && to.getTime() - from.getTime() <= LONGEST_SPAN_DAYS * DAY, {
    error: `must lie after "from", at most ${LONGEST_SPAN_DAYS} days`,
    path: ['to'],
    // Only where both are instants: else what is wrong is said already.
    when: ({ issues }) => issues.length === 0,
  });

const cancellation = z.strictObject({
  reason: z.string({ error: 'say why the appointment is cancelled' }).max(500),
  /** must be true once the dialog has said whose bookings end */
  confirm: z.boolean().default(false),
});

/** The schedule: what takes place when, and cancelling an appointment. */
export const schedule = ({ strapi }: { strapi: Core.Strapi }): Controller => ({
  async list(ctx) {
    const { from, to, venue } = read(span, ctx.query);
    const knex = strapi.db.connection;
    answerUnlessKnown(ctx, {
      ...(await listAppointments(knex, { from, to, venue: venue ?? null })),
      venues: await listVenues(knex),
    });
  },

  async cancel(ctx) {
    const { documentId = '' } = ctx.params;
    const { reason, confirm } = read(cancellation, ctx.request.body);
    const appointment = await readAppointment(strapi.db.connection, documentId);
    if (!appointment) throw new errors.NotFoundError('This appointment does not exist.');
    ctx.body = await appointmentsOf(strapi).cancel(documentId, reason, {
      actor: actorOf(ctx),
      confirmed: confirm,
    });
  },
});
