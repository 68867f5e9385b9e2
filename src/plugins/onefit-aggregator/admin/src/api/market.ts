import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { ExtensionOrder } from './extension-order';

/** How the extension fares over all venues, in a word. */
export type ExtensionState = 'not_ordered' | 'ended' | 'waiting' | 'working' | 'needs_attention';

/** A venue with the ids that Onefit's support asks for. Instants in ISO 8601, UTC. */
export interface MarketVenue {
  documentId: string;
  name: string;
  uuid: string;
  /** IANA */
  timeZone: string;
  companyName: string | null;
  companyUuid: string | null;
  linkedAt: string | null;
}

/** What the Market tells of the extension "Onefit API". */
export interface Market {
  state: ExtensionState;
  order: ExtensionOrder | null;
  /** when the order before was ended; null while one is in force, or when there never was one */
  endedAt: string | null;
  venues: MarketVenue[];
  steps: {
    activityAllowed: boolean;
    sessionOnOnefit: boolean;
    firstBookingAt: string | null;
  };
}

const ROUTE = '/onefit-aggregator/market';
const ORDER = '/onefit-aggregator/extension-order';

/** The Market, and what one does there. Refusals: `already_ordered`, `not_ordered`. */
export function useMarket() {
  const { get, post, del } = useFetchClient();
  return useMemo(
    () => ({
      read: async () => (await get<Market>(ROUTE)).data,
      order: async (contactEmail: string) => {
        await post(ORDER, { contactEmail });
      },
      end: async () => {
        await del(ORDER);
      },
      /** Sends the confirmation that could not be sent; gives the order with what came of it. */
      confirm: async () =>
        (await post<{ order: ExtensionOrder }>(`${ORDER}/confirmation`)).data.order,
      noteIdsCopied: async () => {
        await post(`${ORDER}/ids-copied`);
      },
    }),
    [get, post, del],
  );
}
