import { useCallback } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

/** The order of the Onefit API that is in force. Instants in ISO 8601, UTC. */
export interface ExtensionOrder {
  contactEmail: string;
  orderedAt: string;
  /** the id of the administrator who ordered */
  orderedBy: string | null;
  /** null when they are gone */
  orderedByName: string | null;
  confirmationSentAt: string | null;
  /** why the confirmation could not be sent; it is tried again */
  confirmationError: string | null;
  idsCopiedAt: string | null;
}

/** Loads the order in force; null when there is none. */
export function useCurrentOrder(): () => Promise<ExtensionOrder | null> {
  const { get } = useFetchClient();
  return useCallback(
    async () =>
      (await get<{ order: ExtensionOrder | null }>('/onefit-aggregator/extension-order')).data
        .order,
    [get],
  );
}
