import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Appointment } from '../../api/appointments';
import { regionOf } from '../../components/times';
import { useText } from '../../components/use-text';
import { AppointmentCard } from './AppointmentCard';
import type { CardOptions } from './AppointmentCard';
import type { Day } from '../../components/days';

interface Props extends CardOptions {
  day: Day;
  isToday: boolean;
  /** whether it is the only day shown; its name then stands above it already */
  isAlone: boolean;
  appointments: Appointment[];
}

/** A day and what takes place on it. */
export function DayColumn({ day, isToday, isAlone, appointments, ...options }: Props) {
  const { t } = useText();
  const { locale } = useIntl();
  // A day of the calendar has no zone: it is written as what it is.
  const name = new Intl.DateTimeFormat(regionOf(locale), {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }).format(new Date(`${day}T00:00:00Z`));
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={2} aria-label={name}>
      {!isAlone && (
        <Box
          background={isToday ? 'primary100' : 'neutral100'}
          hasRadius
          padding={2}
          position="sticky"
          top={0}
          zIndex={1}
        >
          <Typography
            tag="h2"
            variant="pi"
            fontWeight="bold"
            textColor={isToday ? 'primary700' : 'neutral800'}
          >
            {isToday ? t('schedule.todayIs', { day: name }) : name}
          </Typography>
        </Box>
      )}
      {appointments.length === 0 && (
        <Typography variant="pi" textColor="neutral600" paddingLeft={2}>
          {t('schedule.emptyDay')}
        </Typography>
      )}
      {appointments.map((appointment) => (
        <AppointmentCard
          key={appointment.documentId}
          appointment={appointment}
          isWide={isAlone}
          {...options}
        />
      ))}
    </Flex>
  );
}
