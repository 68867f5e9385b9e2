import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { writeActivities } from '../activity-log/write';
import { holderOfId, movingPlaces, PROFILE_FIELDS, readProfile } from '../venue/customer-profiles';
import type { CustomerProfile } from '../venue/customer-profiles';
import { connection } from './connection';
import { actorOf, read } from './request';
import type { Controller } from './request';

const documentId = z.string({ error: 'give the document id of a customer' }).min(1).max(64);

const pair = {
  /** the profile that stays */
  keep: documentId,
  /** the profile that goes */
  drop: documentId,
};

const comparison = z.object(pair);

const merging = z.strictObject({
  ...pair,
  /** the fields that are taken from the profile that goes; the others stay as they are */
  take: z.array(z.enum(PROFILE_FIELDS)).default([]),
});

const holderQuery = z.object({ externalId: z.string().trim().min(1).max(64) });

async function profileOf(strapi: Core.Strapi, customer: string): Promise<CustomerProfile> {
  const profile = await readProfile(strapi.db.connection, customer);
  if (!profile) {
    throw new errors.NotFoundError(
      'One of the two customers does not exist any more. Go back and look again.',
    );
  }
  return profile;
}

/** Two customers who are one person, and who holds an aggregator's ID. */
export const customers: Controller = ({ strapi }) => ({
  async holder(ctx) {
    const { externalId } = read(holderQuery, ctx.query);
    ctx.body = { holder: await holderOfId(strapi.db.connection, externalId) };
  },

  /** What merging two customers means, before it is done. */
  async compare(ctx) {
    const { keep, drop } = read(comparison, ctx.query);
    ctx.body = {
      keep: await profileOf(strapi, keep),
      drop: await profileOf(strapi, drop),
      ...(await movingPlaces(strapi.db.connection, keep, drop)),
    };
  },

  async merge(ctx) {
    const { keep, drop, take } = read(merging, ctx.request.body);
    const { venue, clock } = connection(strapi);
    await profileOf(strapi, keep);
    const { fields } = await profileOf(strapi, drop);
    const taken = Object.fromEntries(take.map((field) => [field, fields[field]]));
    const { bookings, customers: known } = venue();
    await bookings.transaction(async (trx) => {
      await known.merge(keep, drop, taken);
      const deed = { kind: 'customers_merged', outcome: 'done', source: 'staff' } as const;
      await writeActivities(trx, [{ ...deed, actor: actorOf(ctx), customer: keep }], clock.now());
    });
    ctx.body = { documentId: keep };
  },
});
