import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Appointment } from '../../../api/appointments';
import { useEditAppointment } from '../../../api/edit-appointment';
import type { EditOutcome, Scope } from '../../../api/edit-appointment';
import { codeOf, useFailure } from '../../../api/failure';
import { useText } from '../../../components/use-text';
import { changesOf, draftOf, problemsOf } from './draft';
import type { Draft } from './draft';
import { EditFields } from './EditFields';
import { EditSummary } from './EditSummary';
import { ScopeChoice } from './ScopeChoice';

const LONGEST_REASON = 500;

interface Props {
  appointment: Appointment;
  close: () => void;
  reload: () => Promise<void>;
}

/**
 * Changes an appointment, or its series from there on. First it says what the change will do, by
 * the server's own counts; the second press does it.
 */
export function EditAppointment({ appointment, close, reload }: Props) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { toggleNotification } = useNotification();
  const { edit, preview } = useEditAppointment();
  const [before] = useState(() => draftOf(appointment));
  const [draft, setDraft] = useState(before);
  const [scope, setScope] = useState<Scope>('this');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<EditOutcome | null>(null);
  const problems = problemsOf(draft);
  const changes = changesOf(before, draft, appointment.timeZone);

  function change(part: Partial<Draft>) {
    setDraft((now) => ({ ...now, ...part }));
    setOutcome(null);
  }

  async function submit() {
    const request = { scope, changes, reason: reason.trim() || null };
    if (outcome === null) {
      setOutcome(await preview(appointment.documentId, request));
      return;
    }
    try {
      await edit(appointment.documentId, request, outcome.own + outcome.onefit > 0);
    } catch (error) {
      // Somebody booked meanwhile: the new numbers are shown, and asked about again.
      if (codeOf(error) !== 'confirmation_required') throw error;
      setOutcome(await preview(appointment.documentId, request));
      return;
    }
    toggleNotification({ type: 'success', message: t('edit.done') });
    close();
    await reload();
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (problems.length > 0) return;
    if (Object.keys(changes).length === 0) {
      close();
      return;
    }
    setBusy(true);
    try {
      await submit();
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
    }
    setBusy(false);
  }

  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{t('edit.title', { name: appointment.name })}</Modal.Title>
        </Modal.Header>
        <form onSubmit={(event) => void onSubmit(event)} noValidate>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography variant="pi" textColor="neutral600">
                {t('common.zone', { zone: appointment.timeZone })}
              </Typography>
              <EditFields draft={draft} problems={tried ? problems : []} change={change} />
              {appointment.inSeries && (
                <ScopeChoice
                  scope={scope}
                  choose={(chosen) => {
                    setScope(chosen);
                    setOutcome(null);
                  }}
                />
              )}
              {changes.startsAt !== undefined && (
                <Field.Root name="reason" hint={t('edit.reasonHint')}>
                  <Field.Label>{t('edit.reason')}</Field.Label>
                  <TextInput
                    value={reason}
                    maxLength={LONGEST_REASON}
                    onChange={({ currentTarget }) => setReason(currentTarget.value)}
                  />
                  <Field.Hint />
                </Field.Root>
              )}
              {outcome && <EditSummary outcome={outcome} />}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={close}>
              {t('common.back')}
            </Button>
            <Button type="submit" loading={busy}>
              {t(outcome === null ? 'edit.look' : 'edit.save')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
