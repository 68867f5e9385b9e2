import { useCallback } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

/** The rule of an activity, or of one appointment. */
export type RuleQuery =
  | { activity: string; aggregatorBookings: string; aggregatorSpotLimit?: number }
  | { appointment: string; aggregatorBookings: string; aggregatorSpotLimit?: number };

/** What saving a rule does to the coming appointments that it reaches. */
export interface RulePreview {
  /** not offered now, offered then */
  arriving: number;
  /** offered now, not offered then */
  leaving: number;
  /** offered before and after */
  staying: number;
  /** active bookings of aggregators in all of them */
  bookings: number;
  /** appointments that already have more bookings of aggregators than the limit allows */
  overLimit: number;
  /** appointments with a rule of their own */
  own: number;
  /** whether the Onefit API is ordered */
  ordered: boolean;
  /** of an appointment: whose rule it follows unless it has its own */
  activity?: { documentId: string; name: string; allowed: boolean; spotLimit: number | null };
}

/** Loads what saving a rule would do. */
export function useRulePreviews(): (query: RuleQuery) => Promise<RulePreview> {
  const { get } = useFetchClient();
  return useCallback(
    async (query: RuleQuery) =>
      (await get<RulePreview>('/onefit-aggregator/rule-preview', { params: query })).data,
    [get],
  );
}
