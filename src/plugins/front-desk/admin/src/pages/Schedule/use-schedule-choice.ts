import { useMemo } from 'react';
import { useIsMobile } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { useRemembered } from '../../components/use-remembered';
import { useToday } from '../../components/clock';
import { addDays, isDay } from '../../components/days';
import type { Day, View } from '../../components/days';

/**
 * What of the schedule is shown. It stands in the address, so that it can be kept and shared; the
 * venue and the view are remembered too.
 */
export interface ScheduleChoice {
  view: View;
  day: Day;
  today: Day;
  /** document id; empty = all venues */
  venue: string;
  /** false where there is room for one day only */
  canChooseView: boolean;
  choose: (change: Partial<Record<'view' | 'date' | 'venue', string>>) => void;
  /** one view on (1) or back (-1) */
  turn: (direction: 1 | -1) => void;
}

/** In the address: all venues, where another is remembered. */
const ALL = 'all';

/** @param timeZone in which "today" is meant: the venue's */
export function useScheduleChoice(timeZone: string): ScheduleChoice {
  const narrow = useIsMobile();
  const [params, setParams] = useSearchParams();
  const [keptVenue, keepVenue] = useRemembered('venue');
  const [keptView, keepView] = useRemembered('view');
  const today = useToday(timeZone);
  const asked = params.get('date') ?? '';
  const day = isDay(asked) ? asked : today;
  const view: View = narrow || (params.get('view') ?? keptView) === 'day' ? 'day' : 'week';
  const chosen = params.get('venue') ?? keptVenue;
  const venue = chosen === ALL ? '' : chosen;
  return useMemo(() => {
    const choose: ScheduleChoice['choose'] = (change) => {
      if (change.venue !== undefined) keepVenue(change.venue);
      if (change.view !== undefined) keepView(change.view);
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true },
      );
    };
    return {
      view,
      day,
      today,
      venue,
      canChooseView: !narrow,
      choose,
      turn: (direction) => choose({ date: addDays(day, direction * (view === 'week' ? 7 : 1)) }),
    };
  }, [view, day, today, venue, narrow, setParams, keepVenue, keepView]);
}
