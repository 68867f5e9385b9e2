import { randomUUID } from 'node:crypto';
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { FIGURES } from '../../../shared/month-report';
import { reportFileName } from '../../../shared/report-file';
import { clockOf } from '../clock';
import { reportAsCsv } from '../month-report/csv';
import { REPORT_LANGUAGES } from '../month-report/csv-texts';
import { isMonth } from '../month-report/month';
import { enterPrice, pricesOf } from '../month-report/prices';
import { findReportedVenue, monthReport, reportBookings } from '../month-report/report';
import { actorOf, read } from './request';
import type { Controller } from './request';

const venueId = z.string({ error: 'choose a venue' }).min(1).max(64);
const month = z
  .string({ error: 'choose a month such as 2026-11' })
  .refine(isMonth, { error: 'must be a month such as 2026-11' });

const reportQuery = z.object({ venue: venueId, month });
const bookingsQuery = reportQuery.extend({ figure: z.enum(FIGURES).optional() });
const csvQuery = reportQuery.extend({ language: z.enum(REPORT_LANGUAGES).default('en') });
const pricesQuery = z.object({ venue: venueId });

const priceBody = z.strictObject({
  venue: venueId,
  validFrom: month,
  priceCents: z
    .int({ error: 'enter the price in whole cents' })
    .min(0, { error: 'must not be below zero' })
    .max(1_000_000, { error: 'must be at most 10,000 euros' }),
  vatBasisPoints: z
    .int({ error: 'enter the VAT in hundredths of a percent: 900 is 9 %' })
    .min(0, { error: 'must not be below zero' })
    .max(10_000, { error: 'must be at most 100 %' })
    .default(900),
});

/** What a month with Onefit brings: its report, the bookings behind it, and the agreed prices. */
export const monthReports: Controller = ({ strapi }: { strapi: Core.Strapi }) => {
  const knex = strapi.db.connection;
  const now = () => clockOf(strapi).now();

  async function venueOf(id: string) {
    const venue = await findReportedVenue(knex, id);
    if (!venue) throw new errors.NotFoundError('This venue does not exist.');
    return venue;
  }

  return {
    async find(ctx) {
      const { venue, month: name } = read(reportQuery, ctx.query);
      ctx.body = await monthReport(knex, await venueOf(venue), name, now());
    },

    async bookings(ctx) {
      const { venue, month: name, figure = null } = read(bookingsQuery, ctx.query);
      const at = now();
      ctx.body = { bookings: await reportBookings(knex, await venueOf(venue), name, figure, at) };
    },

    async csv(ctx) {
      const { venue: id, month: name, language } = read(csvQuery, ctx.query);
      const venue = await venueOf(id);
      const at = now();
      const report = await monthReport(knex, venue, name, at);
      const bookings = await reportBookings(knex, venue, name, null, at);
      ctx.attachment(reportFileName(venue.name, name));
      ctx.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Cache-Control': 'no-store' });
      ctx.body = reportAsCsv(report, bookings, language);
    },

    async prices(ctx) {
      const { venue } = read(pricesQuery, ctx.query);
      ctx.body = { prices: await pricesOf(knex, (await venueOf(venue)).documentId) };
    },

    async enterPrice(ctx) {
      const { venue: id, ...price } = read(priceBody, ctx.request.body);
      const { documentId, timeZone } = await venueOf(id);
      const entry = { ...price, venue: documentId, timeZone, enteredBy: actorOf(ctx) };
      await enterPrice(knex, entry, randomUUID(), now());
      ctx.body = { prices: await pricesOf(knex, documentId) };
    },
  };
};
