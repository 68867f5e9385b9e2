import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useNotification, useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useAppointments } from '../../api/appointments';
import type { Appointment } from '../../api/appointments';
import { codeOf, detailsOf, useFailure } from '../../api/failure';
import { useText } from '../../components/use-text';
import { CANCEL_APPOINTMENT } from '../../permissions';

const LONGEST_REASON = 500;

interface Props {
  appointment: Appointment;
  reload: () => Promise<void>;
}

/**
 * Cancels the whole appointment: first the reason, then, while bookings would end, how many of
 * whose. The counts are the server's, of the moment it is asked.
 */
export function CancelAppointment({ appointment, reload }: Props) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { cancel } = useAppointments();
  const { toggleNotification } = useNotification();
  const { allowedActions } = useRBAC(CANCEL_APPOINTMENT);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [ending, setEnding] = useState<{ own: number; onefit: number } | null>(null);
  if (allowedActions.canCancel !== true) return null;

  function show(shown: boolean) {
    setOpen(shown);
    setTried(false);
    setEnding(null);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return;
    setBusy(true);
    try {
      await cancel(appointment.documentId, reason.trim(), ending !== null);
      toggleNotification({ type: 'success', message: t('cancel.done') });
      show(false);
      await reload();
    } catch (error) {
      if (codeOf(error) === 'confirmation_required') {
        const { own, onefit } = detailsOf(error);
        setEnding({ own: Number(own), onefit: Number(onefit) });
      } else {
        toggleNotification({ type: 'warning', message: sentence(error) });
      }
    }
    setBusy(false);
  }

  return (
    <Modal.Root open={open} onOpenChange={show}>
      <Modal.Trigger>
        <Button type="button" variant="danger-light">
          {t('cancel.open')}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{t('cancel.title', { name: appointment.name })}</Modal.Title>
        </Modal.Header>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Field.Root
                name="reason"
                required
                hint={t('cancel.reasonHint')}
                error={tried && reason.trim() === '' && t('cancel.reasonMissing')}
              >
                <Field.Label>{t('cancel.reason')}</Field.Label>
                <Textarea
                  value={reason}
                  maxLength={LONGEST_REASON}
                  onChange={({ currentTarget }) => setReason(currentTarget.value)}
                />
                <Field.Error />
                <Field.Hint />
              </Field.Root>
              {ending && (
                <Typography fontWeight="bold" role="alert">
                  {t('cancel.ends', { all: ending.own + ending.onefit, ...ending })}
                </Typography>
              )}
              <Typography>{t('cancel.help')}</Typography>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={() => show(false)}>
              {t('common.back')}
            </Button>
            <Button type="submit" variant="danger" loading={busy}>
              {ending
                ? t('cancel.confirm', { all: ending.own + ending.onefit })
                : t('cancel.submit')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
