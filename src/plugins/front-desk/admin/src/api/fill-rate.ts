import { useCallback } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

/** How full the appointments of a week were. */
export interface WeekFill {
  /** its Monday, `2026-11-23` */
  monday: string;
  appointments: number;
  spots: number;
  booked: number;
  bookedByOnefit: number;
}

/** Loads how full the last eight weeks were, this one last. */
export function useFillRate(): () => Promise<WeekFill[]> {
  const { get } = useFetchClient();
  return useCallback(
    async () => (await get<{ weeks: WeekFill[] }>('/front-desk/fill-rate')).data.weeks,
    [get],
  );
}
