import { Flex, Typography } from '@strapi/design-system';
import type { Appointment } from '../../api/appointments';
import { occupancyOf } from '../../components/occupancy';
import { StateWord } from '../../components/StateWord';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';

/** When and where, how full, and what of it belongs to Onefit. */
export function AppointmentSummary({ appointment }: { appointment: Appointment }) {
  const { t } = useText();
  const { daySpan } = useTimes(appointment.timeZone);
  const { tone, word, values } = occupancyOf(appointment);
  const { startsAt, endsAt, room, teacher, venue, timeZone } = appointment;
  const { booked, capacity, bookedByOnefit, spotLimit, cancellationReason } = appointment;
  const facts = [
    startsAt === null ? t('appointment.noTime') : daySpan(startsAt, endsAt),
    room,
    teacher,
    venue.name,
    t('common.zone', { zone: timeZone }),
  ];
  const onefit =
    spotLimit === null
      ? t('appointment.onefit', { onefit: bookedByOnefit })
      : t('signIn.onefitOf', { onefit: bookedByOnefit, limit: spotLimit });
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="epsilon" textColor="neutral600" tag="p">
        {facts.filter(Boolean).join(' · ')}
      </Typography>
      <Flex gap={3} wrap="wrap">
        <StateWord tone={tone}>{t(word, values)}</StateWord>
        <Typography role="status">
          {t('signIn.bookedOf', { booked, capacity })} · {onefit}
        </Typography>
      </Flex>
      {cancellationReason && (
        <Typography tag="p">{t('signIn.reason', { reason: cancellationReason })}</Typography>
      )}
    </Flex>
  );
}
