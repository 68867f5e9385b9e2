import { MenuItem } from '@strapi/design-system';
import { BulletList, Cross, CrossCircle, Pencil } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { Appointment } from '../../api/appointments';
import { useTimes } from '../../components/times';
import { ActionMenu } from '../../components/ActionMenu';
import { useText } from '../../components/use-text';
import { signInPath } from '../../paths';

interface Props {
  appointment: Appointment;
  opens: boolean;
  isOver: boolean;
  edit: ((appointment: Appointment) => void) | null;
  cancel: ((appointment: Appointment) => void) | null;
  endSeries: ((appointment: Appointment) => void) | null;
}

/** What can be done with an appointment of the schedule. */
export function AppointmentMenu({ appointment, opens, isOver, edit, cancel, endSeries }: Props) {
  const { t } = useText();
  const navigate = useNavigate();
  const { span } = useTimes(appointment.timeZone);
  const { documentId, name, startsAt, endsAt, state } = appointment;
  const isComing = state === 'scheduled' && !isOver;
  const canEdit = edit !== null && isComing;
  const canCancel = cancel !== null && isComing;
  const canEnd = endSeries !== null && isComing && appointment.inSeries;
  if (!opens && !canEdit && !canCancel) return null;
  const time = startsAt === null ? '' : span(startsAt, endsAt);
  return (
    <ActionMenu label={t('schedule.more', { name, time })} variant="ghost" size="S">
      {opens && (
        <MenuItem startIcon={<BulletList />} onSelect={() => navigate(signInPath(documentId))}>
          {t('signIn.title')}
        </MenuItem>
      )}
      {canEdit && (
        <MenuItem startIcon={<Pencil />} onSelect={() => edit(appointment)}>
          {t('edit.open')}
        </MenuItem>
      )}
      {canCancel && (
        <MenuItem variant="danger" startIcon={<Cross />} onSelect={() => cancel(appointment)}>
          {t('cancel.open')}
        </MenuItem>
      )}
      {canEnd && (
        <MenuItem
          variant="danger"
          startIcon={<CrossCircle />}
          onSelect={() => endSeries(appointment)}
        >
          {t('endSeries.open')}
        </MenuItem>
      )}
    </ActionMenu>
  );
}
