import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Word } from './status';

/** Where an appointment stands with Onefit, in a word. */
export type SessionStanding = 'on_onefit' | 'waiting' | 'needs_attention' | 'not_offered';

/** Why, as a word; see `session-reasons.ts` for the sentences. */
export type StandingReason =
  | 'delivered'
  | 'rule_off'
  | 'not_ordered'
  | 'not_linked'
  | 'over'
  | 'cancelled'
  | 'no_spots'
  | 'sending'
  | 'connection_down'
  | 'refused';

/** An appointment and where it stands. Instants in ISO 8601, UTC; the zone is the venue's. */
export interface SessionState {
  documentId: string;
  name: string;
  /** whose rules it follows, unless it has its own */
  activity: { documentId: string; name: string };
  /** whether a rule of its own decides, and not the activity's */
  ownRule: boolean;
  startsAt: string;
  timeZone: string;
  version: number | null;
  bookedByOnefit: number;
  spotLimit: number | null;
  availableSpots: number;
  state: SessionStanding;
  reason: StandingReason;
  /** since when it is there or waits */
  since: string | null;
  nextTryAt: string | null;
  word: Word | null;
}

export interface SessionPage {
  sessions: SessionState[];
  /** of the chosen state */
  total: number;
  page: number;
  pageSize: number;
  /** of every state, whichever is chosen */
  counts: Record<SessionStanding, number>;
}

export interface SessionQuery {
  /** all when left out */
  state?: SessionStanding;
  reason?: StandingReason;
  /** part of an activity's name */
  search?: string;
  /** from 1 */
  page: number;
  /** at most 100 */
  pageSize: number;
}

const ROUTE = '/onefit-aggregator/sessions';

/** Where the coming appointments stand with Onefit, and sending them again. */
export function useSessions() {
  const { get, post } = useFetchClient();
  return useMemo(
    () => ({
      list: async (query: SessionQuery) => (await get<SessionPage>(ROUTE, { params: query })).data,
      find: async (documentId: string) => (await get<SessionState>(`${ROUTE}/${documentId}`)).data,
      retry: async (documentId: string) =>
        (await post<SessionState>(`${ROUTE}/${documentId}/retry`)).data,
      /** Sends everything again that Onefit refused; gives how much that was. */
      retryAll: async () => (await post<{ retried: number }>(`${ROUTE}/retry`)).data.retried,
    }),
    [get, post],
  );
}
