import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { actorOf, read } from '../request';
import type { AdminContext, Controller } from '../request';
import { readEntry } from '../sign-in/list';
import { bookingsOf } from '../venue';

const id = (what: string) =>
  z
    .string({ error: `choose the ${what}` })
    .min(1, { error: `choose the ${what}` })
    .max(64);

const newBooking = z.strictObject({
  customer: id('customer'),
  /** left out or null = an open visit: the product is chosen later */
  product: id('product').nullable().default(null),
});
const payment = z.strictObject({ product: id('product') });
const cancellation = z.strictObject({ late: z.boolean().default(false) });

/** What is done at the desk, one booking at a time; the booking service decides. */
export const bookings = ({ strapi }: { strapi: Core.Strapi }): Controller => {
  const knex = strapi.db.connection;

  const authorOf = (ctx: AdminContext) => ({ source: 'own' as const, actor: actorOf(ctx) });

  async function customerIdOf(documentId: string): Promise<number> {
    const row: unknown = await knex('customers').where({ document_id: documentId }).first('id');
    if (row === undefined) {
      throw new errors.ApplicationError('This customer does not exist. Choose another.', {
        code: 'customer_not_found',
      });
    }
    return (row as { id: number }).id;
  }

  async function answer(ctx: AdminContext, booking: string) {
    ctx.body = await readEntry(knex, booking);
  }

  return {
    async book(ctx) {
      const { documentId = '' } = ctx.params;
      const { customer, product } = read(newBooking, ctx.request.body);
      const booking = await bookingsOf(strapi).book({
        appointment: documentId,
        customer: { id: await customerIdOf(customer), documentId: customer },
        product: product === null ? null : { documentId: product },
        source: 'own',
        venue: null,
        external: null,
        aggregatorsServed: false,
        actor: actorOf(ctx),
      });
      ctx.status = 201;
      await answer(ctx, booking.document_id);
    },

    async cancel(ctx) {
      const { documentId = '' } = ctx.params;
      const { late } = read(cancellation, ctx.request.body ?? {});
      const entry = await readEntry(knex, documentId);
      if (entry?.source === 'onefit') {
        throw new errors.ApplicationError(
          'Only Onefit or the member can cancel this booking. To end it from your side, cancel the whole appointment.',
          { code: 'onefit_booking_locked' },
        );
      }
      await bookingsOf(strapi).cancel(
        documentId,
        late ? 'late_cancelled' : 'cancelled',
        authorOf(ctx),
      );
      await answer(ctx, documentId);
    },

    async checkIn(ctx) {
      const { documentId = '' } = ctx.params;
      await bookingsOf(strapi).checkIn(documentId, authorOf(ctx));
      await answer(ctx, documentId);
    },

    async noShow(ctx) {
      const { documentId = '' } = ctx.params;
      await bookingsOf(strapi).markNoShow(documentId, authorOf(ctx));
      await answer(ctx, documentId);
    },

    async clearAttendance(ctx) {
      const { documentId = '' } = ctx.params;
      await bookingsOf(strapi).clearAttendance(documentId, authorOf(ctx));
      await answer(ctx, documentId);
    },

    async chooseProduct(ctx) {
      const { documentId = '' } = ctx.params;
      const { product } = read(payment, ctx.request.body);
      await bookingsOf(strapi).chooseProduct(documentId, product);
      await answer(ctx, documentId);
    },

    async undo(ctx) {
      const { documentId = '' } = ctx.params;
      const booking = await bookingsOf(strapi).undo(documentId, authorOf(ctx));
      await answer(ctx, booking.document_id);
    },
  };
};
