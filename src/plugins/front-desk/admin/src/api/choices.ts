import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

export interface FoundCustomer {
  documentId: string;
  firstName: string;
  lastName: string;
  email: string | null;
}

export interface Product {
  documentId: string;
  name: string;
}

/** Whom and with what the desk can book. */
export function useChoices() {
  const { get } = useFetchClient();
  return useMemo(
    () => ({
      /** Customers whose name or e-mail contains every word typed; 20 at most. */
      findCustomers: async (typed: string) =>
        (
          await get<{ customers: FoundCustomer[] }>('/front-desk/customers', {
            params: { search: typed },
          })
        ).data.customers,
      /** All but those of aggregators, by name. */
      products: async () =>
        (await get<{ products: Product[] }>('/front-desk/products')).data.products,
    }),
    [get],
  );
}
