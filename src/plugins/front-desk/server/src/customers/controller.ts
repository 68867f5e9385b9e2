import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { LANGUAGES } from '../language';
import { read } from '../request';
import type { Controller } from '../request';
import { customersOf } from '../venue';
import { findCustomers } from './search';

const name = z
  .string({ error: 'enter the name' })
  .trim()
  .min(1, { error: 'enter the name' })
  .max(100, { error: 'at most 100 characters' });

const empty = z
  .literal('')
  .nullable()
  .transform(() => null);

const search = z.object({ search: z.string().max(100).default('') });

const newCustomer = z.strictObject({
  firstName: name,
  lastName: name,
  email: empty
    .or(z.email({ error: 'enter an e-mail address such as name@example.com' }).max(254))
    .default(null),
  phone: empty
    .or(
      z
        .string()
        .trim()
        .regex(/^[+\d][\d ()./-]{2,31}$/, { error: 'enter a phone number such as +31 6 12345678' }),
    )
    .default(null),
  language: z.enum(LANGUAGES).default('en'),
  /** true once staff have said that two people share the e-mail address */
  sharesEmail: z.boolean().default(false),
});

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
      language: z.enum(LANGUAGES),
    })
    .partial()
    .default({}),
});

const erasing = z.strictObject({
  /** must be true: it cannot be undone */
  confirm: z.literal(true, { error: 'confirm that the data of this customer is to be erased' }),
});

/** Customers: found or entered at the desk, made one, and their rights over their data. */
export const customers = ({ strapi }: { strapi: Core.Strapi }): Controller => ({
  async search(ctx) {
    const { search: typed } = read(search, ctx.query);
    ctx.body = { customers: await findCustomers(strapi.db.connection, typed) };
  },

  async enter(ctx) {
    const { sharesEmail, ...person } = read(newCustomer, ctx.request.body);
    const { documentId } = await customersOf(strapi).enter(person, sharesEmail);
    ctx.status = 201;
    ctx.body = { documentId, ...person };
  },

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
