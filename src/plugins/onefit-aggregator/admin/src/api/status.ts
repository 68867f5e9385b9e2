import { useCallback } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

/** How the connection of one venue fares, in a word. */
export type ConnectionState =
  | 'not_ordered'
  | 'not_linked'
  | 'working'
  | 'degraded'
  | 'needs_attention';

/** Onefit's own word, where it refused or the connection fails. */
export interface Word {
  code: string | null;
  detail: string | null;
}

/** A venue with its link. Instants in ISO 8601, UTC. */
export interface VenueStatus {
  documentId: string;
  name: string;
  uuid: string;
  /** IANA */
  timeZone: string;
  companyName: string | null;
  companyUuid: string | null;
  state: ConnectionState;
  onefitVenueId: string | null;
  linkedAt: string | null;
  /** since when the connection has no trouble */
  workingSince: string | null;
  lastSuccessAt: string | null;
  failingSince: string | null;
  nextAttemptAt: string | null;
  error: Word | null;
  waiting: number;
  refused: number;
  /** those of the refused that are outcomes of bookings, which no list of appointments shows */
  refusedOutcomes: number;
}

export interface ConnectionStatus {
  at: string;
  ordered: boolean;
  venues: VenueStatus[];
}

/** Loads how the connection with Onefit fares, a venue each. */
export function useConnectionStatus(): () => Promise<ConnectionStatus> {
  const { get } = useFetchClient();
  return useCallback(
    async () => (await get<ConnectionStatus>('/onefit-aggregator/status')).data,
    [get],
  );
}
