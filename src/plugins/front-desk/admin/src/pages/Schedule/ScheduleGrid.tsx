import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Appointment } from '../../api/appointments';
import { DayColumn } from './DayColumn';
import { dayIn } from './days';
import type { Day } from './days';

const Columns = styled(Box)<{ $count: number }>`
  display: grid;
  gap: 1.2rem;
  grid-template-columns: repeat(${({ $count }) => $count}, minmax(13rem, 1fr));
`;

interface Props {
  days: Day[];
  today: Day;
  appointments: Appointment[];
  opens: boolean;
  namesVenue: boolean;
}

/** The days side by side, each with what falls on it where its venue is. */
export function ScheduleGrid({ days, today, appointments, ...rest }: Props) {
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
            appointments={onDay(day)}
            {...rest}
          />
        ))}
      </Columns>
    </Box>
  );
}
