import { Typography } from '@strapi/design-system';
import type { Appointment } from '../api/appointments';
import { useTimes } from './times';
import { useText } from './use-text';

/** When and where, as a dialog says it; nothing of an appointment without a time. */
export function AppointmentLine({ appointment }: { appointment: Appointment }) {
  const { t } = useText();
  const { startsAt, endsAt, timeZone, venue } = appointment;
  const { daySpan } = useTimes(timeZone);
  if (startsAt === null) return null;
  return (
    <Typography textColor="neutral600">
      {daySpan(startsAt, endsAt)} · {venue.name} · {t('common.zone', { zone: timeZone })}
    </Typography>
  );
}
