import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { actorOf, read } from '../request';
import type { Controller } from '../request';
import { activitiesOf } from '../venue';

const instant = z.iso
  .datetime({ offset: true, error: 'give an instant such as 2026-11-30T18:30:00+01:00' })
  .transform((text) => new Date(text));

const text = z
  .string()
  .trim()
  .max(100)
  .regex(/^\P{Cc}*$/u, { error: 'must be one line' })
  .transform((written) => written || null)
  .nullable();

const spots = z.int().min(0).max(10_000);

const edit = z.strictObject({
  scope: z.enum(['this', 'following', 'all']),
  changes: z
    .strictObject({
      startsAt: instant,
      endsAt: instant,
      room: text,
      teacher: text,
      capacity: spots,
      aggregatorBookings: z.enum(['as_activity', 'not_allowed', 'allowed']),
      /** null = as many as are free; counts beside an `aggregatorBookings` of its own */
      aggregatorSpotLimit: spots.nullable(),
    })
    .partial()
    .refine(
      (changes) =>
        changes.aggregatorSpotLimit === undefined || changes.aggregatorBookings !== undefined,
      { error: 'goes with aggregatorBookings', path: ['aggregatorSpotLimit'] },
    ),
  /** customers whose appointment moves read it */
  reason: z.string().trim().max(500).nullable().default(null),
  /** must be true once the dialog has said whose bookings move */
  confirm: z.boolean().default(false),
  /** true = only say what it would do */
  preview: z.boolean().default(false),
});

const ending = z.strictObject({
  /** customers whose appointment is cancelled read it */
  reason: z.string().max(500).default(''),
  /** must be true once the dialog has said whose bookings end */
  confirm: z.boolean().default(false),
  /** true = only say what it would do */
  preview: z.boolean().default(false),
});

/** Changing an appointment, or the series that it belongs to. */
export const series = ({ strapi }: { strapi: Core.Strapi }): Controller => ({
  async edit(ctx) {
    const { documentId = '' } = ctx.params;
    const { confirm, preview, ...rest } = read(edit, ctx.request.body);
    const request = { ...rest, confirmed: confirm };
    ctx.body = preview
      ? await activitiesOf(strapi).previewEdit(documentId, request)
      : await activitiesOf(strapi).editAppointment(documentId, request);
  },

  async end(ctx) {
    const { documentId = '' } = ctx.params;
    const { reason, confirm, preview } = read(ending, ctx.request.body);
    const consent = { actor: actorOf(ctx), confirmed: confirm };
    ctx.body = preview
      ? await activitiesOf(strapi).previewEnd(documentId)
      : await activitiesOf(strapi).endSeries(documentId, reason, consent);
  },
});
