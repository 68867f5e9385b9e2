import type { Core } from '@strapi/strapi';
import { insertDocument } from '../../../database/insert';
import { LINKS, relate } from '../../../database/links';
import type { Trx } from '../../../database/trx';
import { clockOf } from '../../../domain/clock';
import type { CustomerRef } from '../../booking/domain/book';
import { AGGREGATOR_IDS, holderOf } from '../../customer-aggregator-id/domain/holder';

/** What is known of a person when a profile is made. */
export interface Person {
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
}

/** Customers as aggregators meet them: found or made by the id that the aggregator gave. */
export function createCustomerService(strapi: Core.Strapi) {
  return {
    /** The customer who holds an aggregator's member id, entered by hand or stored by a booking. */
    async findByAggregatorId(
      trx: Trx,
      aggregator: 'onefit',
      externalId: string,
    ): Promise<CustomerRef | null> {
      const holder = await holderOf(trx, aggregator, externalId);
      return holder && { id: holder.id, documentId: holder.documentId };
    },

    /**
     * Makes a customer who holds an aggregator's member id. The id's unique index refuses a second
     * one made at the same moment; the caller's transaction then starts over and finds the first.
     */
    async createWithAggregatorId(
      trx: Trx,
      person: Person,
      aggregator: 'onefit',
      externalId: string,
    ): Promise<CustomerRef> {
      const now = clockOf(strapi).now();
      const customer = await insertDocument(
        trx,
        'customers',
        {
          first_name: person.firstName,
          last_name: person.lastName,
          email: person.email,
          phone: person.phone,
          language: 'en',
        },
        now,
      );
      const id = await insertDocument(
        trx,
        AGGREGATOR_IDS,
        { aggregator, external_id: externalId, customer_key: customer.documentId },
        now,
      );
      await relate(trx, LINKS.aggregatorIdCustomer, id.id, customer.id);
      return customer;
    },
  };
}

export type CustomerService = ReturnType<typeof createCustomerService>;

export default ({ strapi }: { strapi: Core.Strapi }) => createCustomerService(strapi);
