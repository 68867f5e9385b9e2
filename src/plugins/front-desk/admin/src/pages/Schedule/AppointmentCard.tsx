import { Box, Flex, Typography } from '@strapi/design-system';
import { memo } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Appointment } from '../../api/appointments';
import { useHasPassed } from '../../components/clock';
import { occupancyOf } from '../../components/occupancy';
import { StateWord } from '../../components/StateWord';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { signInPath } from '../../paths';
import { AppointmentMenu } from './AppointmentMenu';

/** What is the same for all cards of a schedule. */
export interface CardOptions {
  /** whether the reader may open the Sign-in */
  opens: boolean;
  /** whether the venue's name is needed to tell appointments apart */
  namesVenue: boolean;
  /** whether it says which appointments are not on Onefit */
  tellsOnefit: boolean;
  /** null where the reader may not change appointments */
  edit: ((appointment: Appointment) => void) | null;
  /** null where the reader may not cancel appointments */
  cancel: ((appointment: Appointment) => void) | null;
  /** null where the reader may not end series */
  endSeries: ((appointment: Appointment) => void) | null;
}

interface Props extends CardOptions {
  appointment: Appointment;
  /** whether it has the width of the page */
  isWide: boolean;
}

const Card = styled(Box)<{ $isOver: boolean }>`
  position: relative;
  overflow-wrap: anywhere;
  opacity: ${({ $isOver }) => ($isOver ? 0.75 : 1)};

  &:has(a:hover) {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** The name's link reaches over the whole card; the menu lies above it. */
const Cover = styled(Link)`
  color: inherit;
  text-decoration: none;

  &::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }

  &:focus-visible {
    outline: none;
  }

  &:focus-visible::after {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

const Corner = styled.div`
  position: absolute;
  top: 0.4rem;
  right: 0.4rem;
`;

/** An appointment of the schedule: when, what, with whom, how full. Opens the Sign-in. */
export const AppointmentCard = memo(function AppointmentCard(props: Props) {
  const { appointment, opens, namesVenue, tellsOnefit, edit, cancel, endSeries, isWide } = props;
  const { t } = useText();
  const { span } = useTimes(appointment.timeZone);
  const { tone, word, values } = occupancyOf(appointment);
  const { documentId, name, teacher, room, startsAt, endsAt, state } = appointment;
  const { booked, capacity, bookedByOnefit, cancellationReason, aggregatorAllowed } = appointment;
  const where = [teacher, room, namesVenue ? appointment.venue.name : null].filter(Boolean);
  const isOver = useHasPassed(endsAt);
  return (
    <Card
      $isOver={isOver}
      background={state === 'cancelled' ? 'neutral100' : 'neutral0'}
      borderColor="neutral200"
      hasRadius
      shadow="tableShadow"
      padding={3}
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography variant="pi" fontWeight="bold" textColor="neutral800" paddingRight={6}>
          {startsAt === null ? t('appointment.noTime') : span(startsAt, endsAt)}
        </Typography>
        <Typography fontWeight="bold" textColor="neutral800" tag="h3">
          {opens ? <Cover to={signInPath(documentId)}>{name}</Cover> : name}
        </Typography>
        {where.length > 0 && (
          <Typography variant="pi" textColor="neutral600">
            {where.join(' · ')}
          </Typography>
        )}
        <Flex
          direction={isWide ? 'row' : 'column'}
          alignItems={isWide ? 'center' : 'flex-start'}
          gap={isWide ? 3 : 1}
          wrap="wrap"
          paddingTop={1}
        >
          <Typography variant="pi" textColor="neutral800">
            {t('appointment.booked', { booked, capacity })}
            {bookedByOnefit > 0 && ` · ${t('appointment.onefit', { onefit: bookedByOnefit })}`}
          </Typography>
          <StateWord tone={tone}>{t(word, values)}</StateWord>
          {tellsOnefit && !aggregatorAllowed && state === 'scheduled' && !isOver && (
            <StateWord tone="off">{t('appointment.notOnOnefit')}</StateWord>
          )}
        </Flex>
        {cancellationReason && (
          <Typography variant="pi" textColor="neutral600">
            {cancellationReason}
          </Typography>
        )}
      </Flex>
      <Corner>
        <AppointmentMenu
          appointment={appointment}
          opens={opens}
          isOver={isOver}
          edit={edit}
          cancel={cancel}
          endSeries={endSeries}
        />
      </Corner>
    </Card>
  );
});
