import { Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { Appointment } from '../api/appointments';
import { useEditAppointment } from '../api/edit-appointment';
import { doConfirmed } from '../api/felt';
import { useLoaded } from '../api/use-loaded';
import { AppointmentLine } from './AppointmentLine';
import { Consequence } from './Consequence';
import { FormDialog } from './FormDialog';
import { Loading } from './Loading';
import { LoadFailure } from './LoadFailure';
import { ReasonField } from './ReasonField';
import { useText } from './use-text';

interface Props {
  appointment: Appointment;
  close: () => void;
  reload: () => Promise<void>;
}

/**
 * Ends the series from one of its dates on, that one included. It says first how many appointments
 * go and whose bookings end, by the server's own counts.
 */
export function EndSeries({ appointment, close, reload }: Props) {
  const { t } = useText();
  const { toggleNotification } = useNotification();
  const { endSeries, previewEnd } = useEditAppointment();
  const { documentId, name } = appointment;
  const look = useCallback(() => previewEnd(documentId), [previewEnd, documentId]);
  const { value: ending, error, reload: lookAgain } = useLoaded(look);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [changed, setChanged] = useState(false);
  const bookings = ending ? ending.own + ending.onefit : 0;
  const isReasonDue = ending !== undefined && ending.cancelled > 0;
  const missing = isReasonDue && reason.trim() === '';

  async function submit() {
    setTried(true);
    if (!ending || missing) return;
    const counted = await doConfirmed(ending, (confirm) =>
      endSeries(documentId, reason.trim(), confirm),
    );
    if (counted) {
      await lookAgain();
      setChanged(true);
      return;
    }
    toggleNotification({ type: 'success', message: t('endSeries.done') });
    close();
    await reload();
  }

  return (
    <FormDialog
      title={t('endSeries.title', { name })}
      action={bookings > 0 ? t('endSeries.confirm', { all: bookings }) : t('endSeries.submit')}
      variant="danger"
      disabled={!ending}
      close={close}
      submit={submit}
    >
      <AppointmentLine appointment={appointment} />
      <Typography>{t('endSeries.help')}</Typography>
      {!ending && (error === null ? <Loading /> : <LoadFailure error={error} retry={lookAgain} />)}
      {ending && (
        <Consequence
          tone={bookings > 0 ? 'danger' : 'neutral'}
          title={t('endSeries.goes', { count: ending.removed + ending.cancelled })}
          fresh={changed}
        >
          <Flex direction="column" alignItems="stretch" gap={1} paddingTop={1}>
            {ending.cancelled > 0 && (
              <Typography>{t('endSeries.cancels', { count: ending.cancelled })}</Typography>
            )}
            <Typography>
              {bookings > 0
                ? t('cancel.ends', { all: bookings, own: ending.own, onefit: ending.onefit })
                : t('cancel.endsNone')}
            </Typography>
            {changed && <Typography>{t('cancel.changed')}</Typography>}
          </Flex>
        </Consequence>
      )}
      {isReasonDue && <ReasonField reason={reason} change={setReason} missing={tried && missing} />}
      {bookings > 0 && <Typography>{t('endSeries.told')}</Typography>}
    </FormDialog>
  );
}
