import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Appointment } from '../../api/appointments';
import type { CardOptions } from './AppointmentCard';
import { DayColumn } from './DayColumn';
import { dayIn } from '../../components/days';
import type { Day } from '../../components/days';

const Columns = styled(Box)<{ $count: number }>`
  display: grid;
  gap: 0.8rem;
  grid-template-columns: repeat(${({ $count }) => $count}, minmax(14rem, 1fr));
`;

interface Props extends CardOptions {
  days: Day[];
  today: Day;
  appointments: Appointment[];
}

/** The days side by side, each with what falls on it where its venue is. */
export function ScheduleGrid({ days, today, appointments, ...options }: Props) {
  const onDay = (day: Day) =>
    appointments.filter(
      ({ startsAt, timeZone }) => startsAt !== null && dayIn(startsAt, timeZone) === day,
    );
  return (
    <Box overflow="auto" paddingBottom={2}>
      <Columns $count={days.length}>
        {days.map((day) => (
          <DayColumn
            key={day}
            day={day}
            isToday={day === today}
            isAlone={days.length === 1}
            appointments={onDay(day)}
            {...options}
          />
        ))}
      </Columns>
    </Box>
  );
}
