import { Flex, Link, Table, Tbody, Td, Tr, Typography } from '@strapi/design-system';
import { Widget, useRBAC } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useAppointments } from '../api/appointments';
import type { Appointment } from '../api/appointments';
import { useLoaded } from '../api/use-loaded';
import { useTimes } from '../components/times';
import { useText } from '../components/use-text';
import { signInPath } from '../paths';
import { USE_SIGN_IN } from '../permissions';
import { comingToday } from './coming-today';

const HOUR = 60 * 60 * 1000;
const EVERY_MS = 60_000;
const MOST = 8;

function Row({ appointment, maySignIn }: { appointment: Appointment; maySignIn: boolean }) {
  const { t } = useText();
  const { documentId, name, startsAt, endsAt, timeZone, booked, capacity, room } = appointment;
  const { span } = useTimes(timeZone);
  return (
    <Tr>
      <Td>
        <Typography textColor="neutral800">
          {startsAt === null ? '–' : span(startsAt, endsAt)}
        </Typography>
      </Td>
      <Td>
        {maySignIn ? (
          <Link tag={RouterLink} to={signInPath(documentId)}>
            {name}
          </Link>
        ) : (
          <Typography textColor="neutral800">{name}</Typography>
        )}
        {room !== null && room !== '' && (
          <Typography variant="pi" textColor="neutral600" tag="p">
            {room}
          </Typography>
        )}
      </Td>
      <Td>
        <Typography textColor="neutral800">{t('widget.spots', { booked, capacity })}</Typography>
      </Td>
    </Tr>
  );
}

/** The widget "Today's appointments": the next first, each with the way to its Sign-in. */
export default function TodayWidget() {
  const { t } = useText();
  const { allowedActions } = useRBAC(USE_SIGN_IN);
  const { list } = useAppointments();
  const load = useCallback(async () => {
    const now = Date.now();
    const span = (hours: number) => new Date(now + hours * HOUR).toISOString();
    const { value } = await list({ from: span(-12), to: span(24) }, '');
    return comingToday(value.appointments, new Date(now));
  }, [list]);
  const { value, error } = useLoaded(load, EVERY_MS);
  if (!value) return error === null ? <Widget.Loading /> : <Widget.Error />;
  if (value.length === 0) return <Widget.NoData>{t('widget.noneToday')}</Widget.NoData>;
  const zones = [...new Set(value.map(({ timeZone }) => timeZone))].join(', ');
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Table colCount={3} rowCount={Math.min(value.length, MOST)}>
        <Tbody>
          {value.slice(0, MOST).map((appointment) => (
            <Row
              key={appointment.documentId}
              appointment={appointment}
              maySignIn={allowedActions.canUse === true}
            />
          ))}
        </Tbody>
      </Table>
      <Typography variant="pi" textColor="neutral600">
        {value.length > MOST
          ? t('widget.moreToday', { count: value.length - MOST, zone: zones })
          : t('widget.zone', { zone: zones })}
      </Typography>
    </Flex>
  );
}
