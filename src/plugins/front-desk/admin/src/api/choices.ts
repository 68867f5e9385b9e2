import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

export interface FoundCustomer {
  documentId: string;
  firstName: string;
  lastName: string;
  email: string | null;
}

/** What is asked of a person who is new to the venue. */
export interface NewCustomer {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  /** in which the venue writes to them */
  language: string;
  /** true once it is said that two people share the e-mail address */
  sharesEmail: boolean;
}

export interface Product {
  documentId: string;
  name: string;
}

/** Whom and with what the desk can book. */
export function useChoices() {
  const { get, post } = useFetchClient();
  return useMemo(
    () => ({
      /** Customers in whose name, e-mail or phone every word stands that was typed; 20 at most. */
      findCustomers: async (typed: string) =>
        (
          await get<{ customers: FoundCustomer[] }>('/front-desk/customers', {
            params: { search: typed },
          })
        ).data.customers,
      /** Refusal: `email_known`, with those who have the address in `details.customers`. */
      enterCustomer: async (person: NewCustomer) =>
        (await post<FoundCustomer>('/front-desk/customers', person)).data,
      /** All but those of aggregators, by name. */
      products: async () =>
        (await get<{ products: Product[] }>('/front-desk/products')).data.products,
    }),
    [get, post],
  );
}
