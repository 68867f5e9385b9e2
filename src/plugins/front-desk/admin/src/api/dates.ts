import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

/** An entry of the content manager whose venue's clock counts; nothing: whatever venue there is. */
export interface Entry {
  venue?: string;
  activity?: string;
  appointment?: string;
  booking?: string;
}

/** The next dates of a rule, or what keeps it from being read. */
export interface NextDates {
  /** null where nothing says yet which venue's clock counts */
  timeZone: string | null;
  dates: Array<{ startsAt: string; endsAt: string }>;
  /** in the language of the panel; `line` counts from 1 */
  problem: { message: string; line?: number } | null;
}

/** What fields of dates and times ask the server for. */
export function useDatesApi() {
  const { get, post } = useFetchClient();
  return useMemo(
    () => ({
      /** What a rule would give; nothing is stored. */
      preview: async (rule: string, entry: Entry): Promise<NextDates> =>
        (await post<NextDates>('/front-desk/dates/preview', { rule, entry })).data,
      /** The zone of an entry's venue; null where several could be. */
      timeZone: async (entry: Entry): Promise<string | null> => {
        const query = new URLSearchParams(Object.entries(entry)).toString();
        const { data } = await get<{ timeZone: string | null }>(`/front-desk/clock?${query}`);
        return data.timeZone;
      },
    }),
    [get, post],
  );
}
