import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { answerUnlessKnown } from '../conditional';
import { read } from '../request';
import type { AdminContext, Controller } from '../request';
import { readAppointment } from '../schedule/appointments';
import { LANGUAGES } from '../language';
import { toCsv } from './csv';
import { customerMessagesOf } from '../venue';
import { letterSchema } from './letter';
import { readSignIn } from './list';
import { countMessages } from './messages';

const csvQuery = z.object({ language: z.enum(LANGUAGES).default('en') });

/** The Sign-in of an appointment: who comes, who came, and by which product. */
export const signIn = ({ strapi }: { strapi: Core.Strapi }): Controller => {
  const knex = strapi.db.connection;

  async function sheet(ctx: AdminContext) {
    const { documentId = '' } = ctx.params;
    const appointment = await readAppointment(knex, documentId);
    if (!appointment) throw new errors.NotFoundError('This appointment does not exist.');
    return { appointment, ...(await readSignIn(knex, documentId)) };
  }

  return {
    async find(ctx) {
      const { documentId = '' } = ctx.params;
      const messages = await countMessages(knex, documentId);
      answerUnlessKnown(ctx, { ...(await sheet(ctx)), messages });
    },

    async write(ctx) {
      const { documentId = '' } = ctx.params;
      const letter = read(letterSchema, ctx.request.body);
      ctx.body = await customerMessagesOf(strapi).write(documentId, letter);
    },

    async csv(ctx) {
      const { language } = read(csvQuery, ctx.query);
      const { appointment, bookings } = await sheet(ctx);
      ctx.set('Content-Type', 'text/csv; charset=utf-8');
      ctx.set('Content-Disposition', 'attachment; filename="sign-in.csv"');
      ctx.set('Cache-Control', 'private, no-store');
      ctx.body = toCsv(appointment, bookings, language);
    },
  };
};
