import type { Core } from '@strapi/strapi';

/** A knex instance as Strapi carries it. */
export type Knex = Core.Strapi['db']['connection'];

/** A knex transaction: every statement of one decision goes through the same one. */
export type Trx = Knex;
