import { Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useAppointments } from '../api/appointments';
import type { Appointment } from '../api/appointments';
import { doConfirmed } from '../api/felt';
import type { Felt } from '../api/felt';
import { AppointmentLine } from './AppointmentLine';
import { Consequence } from './Consequence';
import { FormDialog } from './FormDialog';
import { ReasonField } from './ReasonField';
import { useText } from './use-text';

interface Props {
  appointment: Appointment;
  close: () => void;
  reload: () => Promise<void>;
}

/**
 * Cancels the whole appointment, with a reason, and names whose bookings end. Where more or fewer
 * end than was shown, because somebody booked meanwhile, it shows the new numbers and asks again.
 */
export function CancelAppointment({ appointment, close, reload }: Props) {
  const { t } = useText();
  const { cancel } = useAppointments();
  const { toggleNotification } = useNotification();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [ending, setEnding] = useState<Felt>({
    own: appointment.booked - appointment.bookedByOnefit,
    onefit: appointment.bookedByOnefit,
  });
  const [changed, setChanged] = useState(false);
  const all = ending.own + ending.onefit;

  async function submit() {
    setTried(true);
    if (reason.trim() === '') return;
    const counted = await doConfirmed(ending, (confirm) =>
      cancel(appointment.documentId, reason.trim(), confirm),
    );
    if (counted) {
      setEnding(counted);
      setChanged(true);
      return;
    }
    toggleNotification({ type: 'success', message: t('cancel.done') });
    close();
    await reload();
  }

  return (
    <FormDialog
      title={t('cancel.title', { name: appointment.name })}
      action={all > 0 ? t('cancel.confirm', { all }) : t('cancel.submit')}
      variant="danger"
      close={close}
      submit={submit}
    >
      <AppointmentLine appointment={appointment} />
      <Consequence
        tone={all > 0 ? 'danger' : 'neutral'}
        title={all > 0 ? t('cancel.ends', { all, ...ending }) : t('cancel.endsNone')}
        fresh={changed}
      >
        {changed && <Typography tag="p">{t('cancel.changed')}</Typography>}
      </Consequence>
      <ReasonField reason={reason} change={setReason} missing={tried && reason.trim() === ''} />
      <Typography>{t('cancel.help')}</Typography>
    </FormDialog>
  );
}
