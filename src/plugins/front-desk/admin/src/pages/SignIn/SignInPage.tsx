import { Flex } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { useSignInApi } from '../../api/sign-in';
import { useLoaded } from '../../api/use-loaded';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { SCHEDULE_PATH } from '../../paths';
import { AddCustomer } from './AddCustomer';
import { AppointmentSummary } from './AppointmentSummary';
import { isActive } from './booking-states';
import { CancelAppointment } from './CancelAppointment';
import { CancelledBookings } from './CancelledBookings';
import { ParticipantList } from './ParticipantList';
import { useNewBookings } from './use-new-bookings';

/** A booking that Onefit makes shows within this time. */
const EVERY_MS = 3_000;

/** The Sign-in of an appointment: who comes, who came, and by which product. */
export function SignInPage() {
  const { t } = useText();
  const { documentId = '' } = useParams();
  const { read } = useSignInApi();
  const load = useCallback(() => read(documentId), [read, documentId]);
  const { value, error, reload } = useLoaded(load, EVERY_MS);
  const appointment = value?.appointment;
  const { dayAndTime } = useTimes(appointment?.timeZone ?? 'UTC');
  useNewBookings(value?.bookings);
  const active = value?.bookings.filter(isActive) ?? [];
  const cancelled = value?.bookings.filter((entry) => !isActive(entry)) ?? [];
  const title = appointment
    ? [appointment.name, appointment.startsAt && dayAndTime(appointment.startsAt)]
        .filter(Boolean)
        .join(', ')
    : t('signIn.title');
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        navigationAction={<BackButton fallback={SCHEDULE_PATH} />}
        title={appointment?.name ?? t('signIn.title')}
        subtitle={appointment && <AppointmentSummary appointment={appointment} />}
        primaryAction={
          appointment?.state === 'scheduled' && (
            <CancelAppointment appointment={appointment} reload={reload} />
          )
        }
      />
      <Layouts.Content>
        {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
        {appointment && (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {error !== null && <LoadFailure error={error} retry={reload} />}
            {appointment.state === 'scheduled' && (
              <AddCustomer appointment={appointment.documentId} reload={reload} />
            )}
            {(appointment.state === 'scheduled' || active.length > 0) && (
              <ParticipantList appointment={appointment} entries={active} reload={reload} />
            )}
            <CancelledBookings entries={cancelled} timeZone={appointment.timeZone} />
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
