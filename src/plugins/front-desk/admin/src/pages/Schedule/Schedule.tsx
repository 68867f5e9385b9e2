import { Flex } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useCallback, useMemo, useState } from 'react';
import { useAppointments } from '../../api/appointments';
import { useLoaded } from '../../api/use-loaded';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { Nothing } from '../../components/Nothing';
import { useText } from '../../components/use-text';
import { USE_SIGN_IN } from '../../permissions';
import { dayIn, daysOf, spanOf } from './days';
import { ScheduleControls } from './ScheduleControls';
import { ScheduleGrid } from './ScheduleGrid';
import { useScheduleChoice } from './use-schedule-choice';
import { useScheduleTitle } from './use-schedule-title';
import { useVenues } from './use-venues';

const EVERY_MS = 15_000;
const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The schedule of a day or a week: what takes place when, how full, what of it through Onefit. */
export function Schedule() {
  const { t } = useText();
  const [zone, setZone] = useState(OWN_ZONE);
  const choice = useScheduleChoice(zone);
  const { allowedActions } = useRBAC(USE_SIGN_IN);
  const { list } = useAppointments();
  const { view, day, today, venue } = choice;
  const days = useMemo(() => daysOf(view, day), [view, day]);
  const load = useCallback(() => list(spanOf(days)), [list, days]);
  const { value, error, reload } = useLoaded(load, EVERY_MS);
  const venues = useVenues(value);
  const known = venues.find(({ documentId }) => documentId === venue) ?? venues[0];
  if (known && known.timeZone !== zone) setZone(known.timeZone);

  const shown = (value ?? []).filter(
    (one) =>
      (venue === '' || one.venue.documentId === venue) &&
      one.startsAt !== null &&
      days.includes(dayIn(one.startsAt, one.timeZone)),
  );
  const zones = [...new Set(shown.map(({ timeZone }) => timeZone))];
  const subtitle = useScheduleTitle(days, zones);
  return (
    <Page.Main>
      <Page.Title>{t('schedule.title')}</Page.Title>
      <Layouts.Header title={t('schedule.title')} subtitle={subtitle} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <ScheduleControls choice={choice} venues={venues} />
          {value === undefined && error === null && <Loading />}
          {value === undefined && error !== null && <LoadFailure error={error} retry={reload} />}
          {value !== undefined && shown.length === 0 && (
            <Nothing>{t(view === 'week' ? 'schedule.emptyWeek' : 'schedule.emptyDayHelp')}</Nothing>
          )}
          {shown.length > 0 && (
            <ScheduleGrid
              days={days}
              today={today}
              appointments={shown}
              opens={allowedActions.canUse === true}
              namesVenue={venue === '' && venues.length > 1}
            />
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
