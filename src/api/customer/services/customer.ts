import type { Core } from '@strapi/strapi';
import { insertDocument } from '../../../database/insert';
import { LINKS, relate } from '../../../database/links';
import { inTransaction } from '../../../database/transaction';
import type { Trx } from '../../../database/trx';
import { createAnnouncer } from '../../../domain/announcer';
import { clockOf } from '../../../domain/clock';
import type { CustomerRef } from '../../booking/domain/book';
import { enterCustomer } from '../domain/enter';
import type { EnteredPerson } from '../domain/enter';
import { eraseCustomer, forgetErased } from '../domain/erase';
import { exportCustomer } from '../domain/export';
import type { CustomerExport } from '../domain/export';
import { mergeCustomers } from '../domain/merge';
import type { KeptFields } from '../domain/merge';
import { nameOf } from '../domain/name';
import { AGGREGATOR_IDS } from '../../customer-aggregator-id/domain/holder';

/** What is known of a person when a profile is made. */
export interface Person {
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
}

/** Customers: found or made by the id that an aggregator gave, merged, erased and exported. */
export function createCustomerService(strapi: Core.Strapi) {
  const leaving = createAnnouncer<string>();
  const now = () => clockOf(strapi).now();

  return {
    /** Subscribes to customers whose profile is about to go, merged into another or erased. */
    onLeaving: leaving.on,

    /** Makes two profiles one; see `mergeCustomers` for what moves and what is refused. */
    merge: (keep: string, drop: string, fields: KeptFields): Promise<void> =>
      inTransaction(strapi, async (trx) => {
        await mergeCustomers(trx, keep, drop, fields, now());
        await leaving.announce(trx, [drop]);
      }),

    /** Takes out of every table what says who a customer is; see `eraseCustomer`. */
    erase: (documentId: string): Promise<void> =>
      inTransaction(strapi, async (trx) => {
        await eraseCustomer(trx, documentId, now());
        await leaving.announce(trx, [documentId]);
      }),

    /** What is left to do of erasures that met a booking; see `forgetErased`. */
    forgetErased: (): Promise<number> => inTransaction(strapi, forgetErased),

    /** Everything that is kept about one customer. */
    export: (documentId: string): Promise<CustomerExport> =>
      exportCustomer(strapi.db.connection, documentId),

    /** Makes a profile of a person who stands at the desk; see `enterCustomer`. */
    enter: (person: EnteredPerson, sharesEmail: boolean): Promise<CustomerRef> =>
      inTransaction(strapi, (trx) => enterCustomer(trx, person, sharesEmail, now())),

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
      const at = now();
      const customer = await insertDocument(
        trx,
        'customers',
        {
          first_name: person.firstName,
          last_name: person.lastName,
          name: nameOf(person.firstName, person.lastName),
          email: person.email,
          phone: person.phone,
          language: 'en',
        },
        at,
      );
      const id = await insertDocument(
        trx,
        AGGREGATOR_IDS,
        { aggregator, external_id: externalId, customer_key: customer.documentId },
        at,
      );
      await relate(trx, LINKS.aggregatorIdCustomer, id.id, customer.id);
      return customer;
    },
  };
}

export type CustomerService = ReturnType<typeof createCustomerService>;

export default ({ strapi }: { strapi: Core.Strapi }) => createCustomerService(strapi);
