import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

/** The order of the Onefit API that is in force. Instants in ISO 8601, UTC. */
export interface ExtensionOrder {
  contactEmail: string;
  orderedAt: string;
  /** the id of the administrator who ordered */
  orderedBy: string | null;
  confirmationSentAt: string | null;
  /** why the confirmation could not be sent; it is tried again */
  confirmationError: string | null;
}

interface Answer {
  order: ExtensionOrder | null;
}

const ROUTE = '/onefit-aggregator/extension-order';

/** Ordering and ending the Onefit API. Refusals: `already_ordered`, `not_ordered`. */
export function useExtensionOrders() {
  const { get, post, del } = useFetchClient();
  return useMemo(
    () => ({
      /** The order in force; null when there is none. */
      current: async () => (await get<Answer>(ROUTE)).data.order,
      order: async (contactEmail: string) =>
        (await post<Answer>(ROUTE, { contactEmail })).data.order,
      end: async () => {
        await del(ROUTE);
      },
    }),
    [get, post, del],
  );
}
