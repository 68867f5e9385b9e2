import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useCallback, useMemo, useState } from 'react';
import { useAppointments } from '../../api/appointments';
import type { Appointment } from '../../api/appointments';
import { useLoaded } from '../../api/use-loaded';
import { BottomBar } from '../../components/BottomBar';
import { CancelAppointment } from '../../components/CancelAppointment';
import { EndSeries } from '../../components/EndSeries';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { Nothing } from '../../components/Nothing';
import { OutOfDate } from '../../components/OutOfDate';
import { useText } from '../../components/use-text';
import { CANCEL_APPOINTMENT, EDIT_APPOINTMENT, USE_SIGN_IN } from '../../permissions';
import { dayIn, daysOf, spanOf } from '../../components/days';
import { EditAppointment } from './edit-appointment/EditAppointment';
import { ScheduleControls } from './ScheduleControls';
import { ScheduleGrid } from './ScheduleGrid';
import { useScheduleChoice } from './use-schedule-choice';
import { useScheduleTitle } from './use-schedule-title';

/** A booking that Onefit makes shows within three seconds. */
const EVERY_MS = 2_000;
const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const NONE: Appointment[] = [];

/** The schedule of a day or a week: what takes place when, how full, what of it through Onefit. */
export function Schedule() {
  const { t } = useText();
  const [zone, setZone] = useState(OWN_ZONE);
  const [cancelling, setCancelling] = useState<Appointment | null>(null);
  const [editing, setEditing] = useState<Appointment | null>(null);
  const [endingSeries, setEndingSeries] = useState<Appointment | null>(null);
  const choice = useScheduleChoice(zone);
  const { allowedActions } = useRBAC([...USE_SIGN_IN, ...EDIT_APPOINTMENT, ...CANCEL_APPOINTMENT]);
  const { list } = useAppointments();
  const { view, day, today, venue } = choice;
  const days = useMemo(() => daysOf(view, day), [view, day]);
  const load = useCallback<(held?: Awaited<ReturnType<typeof list>>) => ReturnType<typeof list>>(
    (held) => list(spanOf(days), venue, held),
    [list, days, venue],
  );
  const { value: tagged, error, reload } = useLoaded(load, EVERY_MS);
  const value = tagged?.value;
  const venues = value?.venues ?? [];
  const known = venues.find(({ documentId }) => documentId === venue);
  // A venue that is remembered and no longer there.
  if (value && venue !== '' && !known) choice.choose({ venue: '' });
  const zoneOfVenue = (known ?? venues[0])?.timeZone;
  if (zoneOfVenue && zoneOfVenue !== zone) setZone(zoneOfVenue);

  const appointments = value?.appointments ?? NONE;
  const shown = useMemo(
    () =>
      appointments.filter(
        ({ startsAt, timeZone }) => startsAt !== null && days.includes(dayIn(startsAt, timeZone)),
      ),
    [appointments, days],
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
          {value?.complete === false && (
            <Typography>{t('schedule.incomplete', { count: appointments.length })}</Typography>
          )}
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
              // Where nothing is for Onefit, "not on Onefit" would only be noise.
              tellsOnefit={shown.some(({ aggregatorAllowed }) => aggregatorAllowed)}
              edit={allowedActions.canEdit === true ? setEditing : null}
              cancel={allowedActions.canCancel === true ? setCancelling : null}
              endSeries={allowedActions.canCancel === true ? setEndingSeries : null}
            />
          )}
        </Flex>
      </Layouts.Content>
      {value !== undefined && error !== null && (
        <BottomBar>
          <OutOfDate error={error} />
        </BottomBar>
      )}
      {editing && (
        <EditAppointment appointment={editing} close={() => setEditing(null)} reload={reload} />
      )}
      {cancelling && (
        <CancelAppointment
          appointment={cancelling}
          close={() => setCancelling(null)}
          reload={reload}
        />
      )}
      {endingSeries && (
        <EndSeries appointment={endingSeries} close={() => setEndingSeries(null)} reload={reload} />
      )}
    </Page.Main>
  );
}
