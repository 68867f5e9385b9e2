import { useCallback, useEffect, useState } from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import { useSessions } from '../../api/sessions';
import type { SessionStanding, StandingReason } from '../../api/sessions';
import { useLoaded } from '../../api/use-loaded';
import { pagesOf } from '../../components/pages-of';

const EVERY_MS = 5_000;
const REST_MS = 300;
const PAGE_SIZE = 25;

/** What is listed. */
export interface SessionChoice {
  /** undefined = all */
  state: SessionStanding | undefined;
  /** undefined = whatever the reason */
  reason: StandingReason | undefined;
  search: string;
  /** from 1 */
  page: number;
}

/**
 * The coming appointments as chosen, again every five seconds; another choice begins at page 1. Where
 * the list has become shorter than the page that is shown, its last page is shown instead.
 */
export function useSessionList() {
  const { list } = useSessions();
  const [choice, setChoice] = useState<SessionChoice>({
    state: undefined,
    reason: undefined,
    search: '',
    page: 1,
  });
  const { state, reason, page } = choice;
  const search = useDebounce(choice.search.trim(), REST_MS);
  const load = useCallback(
    () =>
      list({
        ...(state && { state }),
        ...(reason && { reason }),
        ...(search !== '' && { search }),
        page,
        pageSize: PAGE_SIZE,
      }),
    [list, state, reason, search, page],
  );
  const change = useCallback(
    (part: Partial<SessionChoice>) => setChoice((before) => ({ ...before, page: 1, ...part })),
    [],
  );
  const loaded = useLoaded(load, EVERY_MS);
  const pages = pagesOf(loaded.value?.total ?? 0, PAGE_SIZE);
  const isPastTheEnd = loaded.value !== undefined && page > pages;
  useEffect(() => {
    if (isPastTheEnd) change({ page: pages });
  }, [isPastTheEnd, pages, change]);
  // For the moment until the last page is there, it is being loaded; nothing is said of an empty list.
  const value = isPastTheEnd ? undefined : loaded.value;
  return { ...loaded, value, pages, choice, change };
}
