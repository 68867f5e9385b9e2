import { Box, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Appointment } from '../../api/appointments';
import { occupancyOf } from '../../components/occupancy';
import { StateWord } from '../../components/StateWord';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { signInPath } from '../../paths';

const Card = styled(Box)`
  display: block;
  color: inherit;
  text-decoration: none;
  overflow-wrap: anywhere;

  a&:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

interface Props {
  appointment: Appointment;
  /** whether the reader may open the Sign-in */
  opens: boolean;
  /** whether the venue's name is needed to tell appointments apart */
  namesVenue: boolean;
}

/** An appointment of the schedule: when, what, with whom, how full. Opens the Sign-in. */
export function AppointmentCard({ appointment, opens, namesVenue }: Props) {
  const { t } = useText();
  const { span } = useTimes(appointment.timeZone);
  const { tone, word, values } = occupancyOf(appointment);
  const { name, teacher, room, startsAt, endsAt, booked, capacity, bookedByOnefit } = appointment;
  const where = [teacher, room, namesVenue ? appointment.venue.name : null].filter(Boolean);
  const link = opens ? { tag: Link, to: signInPath(appointment.documentId) } : {};
  return (
    <Card
      background="neutral0"
      borderColor="neutral200"
      hasRadius
      shadow="tableShadow"
      padding={3}
      {...link}
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography variant="pi" fontWeight="bold" textColor="neutral800">
          {startsAt === null ? t('appointment.noTime') : span(startsAt, endsAt)}
        </Typography>
        <Typography fontWeight="bold" textColor="neutral800">
          {name}
        </Typography>
        {where.length > 0 && (
          <Typography variant="pi" textColor="neutral600">
            {where.join(' · ')}
          </Typography>
        )}
        <Typography variant="pi" textColor="neutral800">
          {t('appointment.booked', { booked, capacity })}
          {bookedByOnefit > 0 && ` · ${t('appointment.onefit', { onefit: bookedByOnefit })}`}
        </Typography>
        <StateWord tone={tone}>{t(word, values)}</StateWord>
      </Flex>
    </Card>
  );
}
