import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { SyncAnswer, SyncProgress } from '../../../shared/synchronise';

const ROUTE = '/onefit-aggregator/sync';

/** "Synchronise now", and how far the last one is, whoever began it. */
export function useSynchronisation() {
  const { get, post } = useFetchClient();
  return useMemo(
    () => ({
      begin: async () => (await post<SyncAnswer>(ROUTE)).data,
      progress: async () => (await get<SyncProgress>(ROUTE)).data,
    }),
    [get, post],
  );
}
