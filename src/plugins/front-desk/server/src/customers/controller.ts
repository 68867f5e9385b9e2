import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { read } from '../request';
import type { Controller } from '../request';
import { customersOf } from '../venue';

const name = z.string().trim().min(1).max(100);

const merging = z.strictObject({
  /** the profile that goes */
  drop: z.string({ error: 'choose the customer to merge with' }).min(1).max(64),
  /** what the profile that stays is to say; what is left out stays as it is */
  fields: z
    .strictObject({
      firstName: name,
      lastName: name,
      email: z.string().max(254).nullable(),
      phone: z.string().max(32).nullable(),
      note: z.string().max(2000).nullable(),
      language: z.enum(['en', 'nl', 'de']),
    })
    .partial()
    .default({}),
});

const erasing = z.strictObject({
  /** must be true: it cannot be undone */
  confirm: z.literal(true, { error: 'confirm that the data of this customer is to be erased' }),
});

/** Customers' own affairs: two profiles of one person, and the rights over one's data. */
export const customers = ({ strapi }: { strapi: Core.Strapi }): Controller => ({
  async merge(ctx) {
    const { documentId = '' } = ctx.params;
    const { drop, fields } = read(merging, ctx.request.body);
    await customersOf(strapi).merge(documentId, drop, fields);
    ctx.body = { documentId };
  },

  async export(ctx) {
    const { documentId = '' } = ctx.params;
    ctx.body = await customersOf(strapi).export(documentId);
  },

  async erase(ctx) {
    const { documentId = '' } = ctx.params;
    read(erasing, ctx.request.body);
    await customersOf(strapi).erase(documentId);
    ctx.status = 204;
  },
});
