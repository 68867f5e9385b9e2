import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { actorOf, read } from '../request';
import type { AdminContext, Controller } from '../request';
import { readAppointment } from '../schedule/appointments';
import { bookingsOf } from '../venue';
import { findCustomers, listProducts } from './choices';
import { readEntry, readSignIn } from './list';

const id = (what: string) =>
  z
    .string({ error: `choose the ${what}` })
    .min(1, { error: `choose the ${what}` })
    .max(64);

const newBooking = z.strictObject({ customer: id('customer'), product: id('product') });
const cancellation = z.strictObject({ late: z.boolean().default(false) });
const search = z.object({ search: z.string().max(100).default('') });

/** The Sign-in of an appointment: who comes, who came, and by which product. */
export const signIn = ({ strapi }: { strapi: Core.Strapi }): Controller => {
  const knex = strapi.db.connection;

  const authorOf = (ctx: AdminContext) => ({ source: 'own' as const, actor: actorOf(ctx) });

  async function found(table: 'customers' | 'products', documentId: string, what: string) {
    const row: unknown = await knex(table).where({ document_id: documentId }).first('*');
    if (row === undefined) {
      throw new errors.ApplicationError(`This ${what} does not exist. Choose another.`, {
        code: `${what}_not_found`,
      });
    }
    return row as { id: number; system_key?: string | null };
  }

  async function answer(ctx: AdminContext, booking: string) {
    ctx.body = await readEntry(knex, booking);
  }

  return {
    async find(ctx) {
      const { documentId = '' } = ctx.params;
      const appointment = await readAppointment(knex, documentId);
      if (!appointment) throw new errors.NotFoundError('This appointment does not exist.');
      ctx.body = { appointment, bookings: await readSignIn(knex, documentId) };
    },

    async book(ctx) {
      const { documentId = '' } = ctx.params;
      const { customer, product } = read(newBooking, ctx.request.body);
      const { id: customerId } = await found('customers', customer, 'customer');
      const { system_key } = await found('products', product, 'product');
      if (system_key) {
        throw new errors.ApplicationError(
          'This product belongs to bookings that an aggregator makes. Choose another product.',
          { code: 'product_reserved' },
        );
      }
      const booking = await bookingsOf(strapi).book({
        appointment: documentId,
        customer: { id: customerId, documentId: customer },
        product: { documentId: product },
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

    async customers(ctx) {
      ctx.body = { customers: await findCustomers(knex, read(search, ctx.query).search) };
    },

    async products(ctx) {
      ctx.body = { products: await listProducts(knex) };
    },
  };
};
