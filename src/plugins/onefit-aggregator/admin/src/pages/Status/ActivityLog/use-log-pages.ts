import { useCallback, useMemo, useState } from 'react';
import { useActivityLog } from '../../../api/activity-log';
import type { ActivityFilter } from '../../../api/activity-log';
import { useLoaded } from '../../../api/use-loaded';
import type { ActivityOutcome } from '../../../../../shared/activity-log';
import { GROUPS } from './kinds';

const EVERY_MS = 10_000;
const PAGE_SIZE = 50;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What is shown of the log. */
export interface LogChoice {
  /** the id of a group of kinds; undefined = everything */
  group: string | undefined;
  outcome: ActivityOutcome | undefined;
  /** the last so many days */
  days: number;
}

/** The longest that the log is kept. */
export const ALL_DAYS = 90;

function filterOf({ group, outcome, days }: LogChoice, now: number): ActivityFilter {
  const kinds = GROUPS.find(({ id }) => id === group)?.kinds;
  return {
    ...(kinds && { kinds }),
    ...(outcome && { outcome }),
    ...(days < ALL_DAYS && { from: new Date(now - days * DAY_MS).toISOString() }),
  };
}

/** The log as chosen, page by page; the newest page is loaded again every ten seconds. */
export function useLogPages() {
  const { page: loadPage } = useActivityLog();
  const [choice, setChoice] = useState<LogChoice>({
    group: undefined,
    outcome: undefined,
    days: ALL_DAYS,
  });
  /** where each older page begins */
  const [cursors, setCursors] = useState<string[]>([]);
  const cursor = cursors[cursors.length - 1] ?? null;
  // The moment of choosing stays, so that older pages fit the newest one.
  const filter = useMemo(() => filterOf(choice, Date.now()), [choice]);
  const load = useCallback(() => loadPage(filter, cursor, PAGE_SIZE), [loadPage, filter, cursor]);
  const loaded = useLoaded(load, cursor === null ? EVERY_MS : undefined);
  return {
    ...loaded,
    choice,
    filter,
    isFiltered:
      choice.group !== undefined || choice.outcome !== undefined || choice.days < ALL_DAYS,
    change: (part: Partial<LogChoice>) => {
      setChoice((before) => ({ ...before, ...part }));
      setCursors([]);
    },
    isNewest: cursor === null,
    newer: () => setCursors((before) => before.slice(0, -1)),
    older: () => {
      const next = loaded.value?.nextCursor;
      if (next) setCursors((before) => [...before, next]);
    },
  };
}
