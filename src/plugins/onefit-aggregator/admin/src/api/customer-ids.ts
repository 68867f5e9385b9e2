import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { CUSTOMER_AGGREGATOR_ID } from '../content-types';

/** The ID under which an aggregator knows a customer. */
export interface CustomerId {
  documentId: string;
  aggregator: 'onefit';
  externalId: string;
}

const ROUTE = `/content-manager/collection-types/${CUSTOMER_AGGREGATOR_ID}`;

/**
 * The IDs of customers, through the content manager's own API. Refusals: `aggregator_id_invalid`,
 * and `aggregator_id_taken` with the customer who has it in `details.holder`.
 */
export function useCustomerIds() {
  const { get, post, put, del } = useFetchClient();
  return useMemo(
    () => ({
      list: async (customer: string) =>
        (
          await get<{ results: CustomerId[] }>(ROUTE, {
            params: {
              pageSize: 100,
              sort: 'externalId:ASC',
              filters: { $and: [{ customer: { documentId: { $eq: customer } } }] },
            },
          })
        ).data.results,
      enter: async (customer: { documentId: string; id: number | string }, externalId: string) => {
        const { documentId, id } = customer;
        await post(ROUTE, {
          aggregator: 'onefit',
          externalId,
          customer: { connect: [{ documentId, id }], disconnect: [] },
        });
      },
      change: async (documentId: string, externalId: string) => {
        await put(`${ROUTE}/${documentId}`, { externalId });
      },
      remove: async (documentId: string) => {
        await del(`${ROUTE}/${documentId}`);
      },
    }),
    [get, post, put, del],
  );
}
