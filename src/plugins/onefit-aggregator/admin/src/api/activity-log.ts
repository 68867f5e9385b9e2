import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type {
  ActivityKind,
  ActivityNames,
  ActivityOutcome,
  ActivityPage,
} from '../../../shared/activity-log';

/** Which entries are wanted; what is left out does not matter. */
export interface ActivityFilter {
  kinds?: readonly ActivityKind[];
  outcome?: ActivityOutcome;
  /** ISO 8601, UTC; inclusive */
  from?: string;
}

export type NamedActivityPage = ActivityPage & { names: ActivityNames };

const ROUTE = '/onefit-aggregator/activity-log';

function params({ kinds, outcome, from }: ActivityFilter) {
  return {
    ...(kinds && { kind: kinds.join(',') }),
    ...(outcome && { outcome }),
    ...(from && { from }),
  };
}

/** The activity log, page by page and as a file. */
export function useActivityLog() {
  const { get } = useFetchClient();
  return useMemo(
    () => ({
      page: async (filter: ActivityFilter, cursor: string | null, limit: number) =>
        (
          await get<NamedActivityPage>(ROUTE, {
            params: { ...params(filter), limit, ...(cursor !== null && { cursor }) },
          })
        ).data,
      csv: async (filter: ActivityFilter) =>
        (await get<Blob>(`${ROUTE}.csv`, { params: params(filter), responseType: 'blob' })).data,
    }),
    [get],
  );
}
