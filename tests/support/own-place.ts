import type { Core, UID } from '@strapi/strapi';
import { makeCustomer, makeProduct } from './content';
import type { Doc } from './content';

/** A customer of the venue's own, who holds a Onefit ID, with a place in a session. */
export async function ownPlace(strapi: Core.Strapi, into: Doc, onefitId: string): Promise<void> {
  const create = (type: string, data: object) =>
    strapi.documents(`api::${type}.${type}` as UID.ContentType).create({ data: data as never });
  const customer = (await makeCustomer(strapi)).documentId;
  const product = (await makeProduct(strapi)).documentId;
  await create('customer-aggregator-id', { customer, aggregator: 'onefit', externalId: onefitId });
  await create('booking', { appointment: into.documentId, customer, product });
}

/** A new customer of the venue's own, with a place in an appointment. */
export async function bookOwn(
  strapi: Core.Strapi,
  appointment: Doc,
  customer: object = {},
): Promise<Doc> {
  const booked = await makeCustomer(strapi, customer);
  const { documentId: product } = await makeProduct(strapi);
  const data = { appointment: appointment.documentId, customer: booked.documentId, product };
  await strapi.documents('api::booking.booking').create({ data: data as never });
  return booked;
}
