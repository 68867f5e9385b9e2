import { Box, Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useAppointments } from '../api/appointments';
import type { Appointment } from '../api/appointments';
import { codeOf, detailsOf, useFailure } from '../api/failure';
import { useTimes } from './times';
import { useText } from './use-text';

const LONGEST_REASON = 500;

/** How many bookings end, and whose. */
interface Ending {
  own: number;
  onefit: number;
}

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
  const { sentence } = useFailure();
  const { cancel } = useAppointments();
  const { toggleNotification } = useNotification();
  const { daySpan } = useTimes(appointment.timeZone);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [ending, setEnding] = useState<Ending>({
    own: appointment.booked - appointment.bookedByOnefit,
    onefit: appointment.bookedByOnefit,
  });
  const [changed, setChanged] = useState(false);
  const all = ending.own + ending.onefit;

  /** Gives the numbers that were not confirmed yet; null once it is cancelled. */
  async function attempt(confirm: boolean): Promise<Ending | null> {
    try {
      await cancel(appointment.documentId, reason.trim(), confirm);
      return null;
    } catch (error) {
      if (codeOf(error) !== 'confirmation_required') throw error;
      const { own, onefit } = detailsOf(error);
      return { own: Number(own), onefit: Number(onefit) };
    }
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return;
    setBusy(true);
    try {
      let asked = await attempt(false);
      if (asked?.own === ending.own && asked.onefit === ending.onefit) asked = await attempt(true);
      if (asked === null) {
        toggleNotification({ type: 'success', message: t('cancel.done') });
        close();
        await reload();
        return;
      }
      setEnding(asked);
      setChanged(true);
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
    }
    setBusy(false);
  }

  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{t('cancel.title', { name: appointment.name })}</Modal.Title>
        </Modal.Header>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {appointment.startsAt !== null && (
                <Typography textColor="neutral600">
                  {daySpan(appointment.startsAt, appointment.endsAt)} · {appointment.venue.name} ·{' '}
                  {t('common.zone', { zone: appointment.timeZone })}
                </Typography>
              )}
              <Box
                background={all > 0 ? 'danger100' : 'neutral100'}
                hasRadius
                padding={4}
                role={changed ? 'alert' : undefined}
              >
                <Typography fontWeight="bold" tag="p">
                  {all > 0 ? t('cancel.ends', { all, ...ending }) : t('cancel.endsNone')}
                </Typography>
                {changed && <Typography tag="p">{t('cancel.changed')}</Typography>}
              </Box>
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
              <Typography>{t('cancel.help')}</Typography>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={close}>
              {t('common.back')}
            </Button>
            <Button type="submit" variant="danger" loading={busy}>
              {all > 0 ? t('cancel.confirm', { all }) : t('cancel.submit')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
