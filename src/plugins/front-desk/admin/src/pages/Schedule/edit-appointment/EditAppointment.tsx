import { Field, TextInput } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Appointment } from '../../../api/appointments';
import { useEditAppointment } from '../../../api/edit-appointment';
import type { EditOutcome, Scope } from '../../../api/edit-appointment';
import { doConfirmed } from '../../../api/felt';
import { AppointmentLine } from '../../../components/AppointmentLine';
import { FormDialog } from '../../../components/FormDialog';
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
  const { toggleNotification } = useNotification();
  const { edit, preview } = useEditAppointment();
  const [before] = useState(() => draftOf(appointment));
  const [draft, setDraft] = useState(before);
  const [scope, setScope] = useState<Scope>('this');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [outcome, setOutcome] = useState<EditOutcome | null>(null);
  const problems = problemsOf(draft);
  const changes = changesOf(before, draft, appointment.timeZone);

  function change(part: Partial<Draft>) {
    setDraft((now) => ({ ...now, ...part }));
    setOutcome(null);
  }

  async function submit() {
    setTried(true);
    if (problems.length > 0) return;
    if (Object.keys(changes).length === 0) {
      close();
      return;
    }
    const request = { scope, changes, reason: reason.trim() || null };
    if (outcome === null) {
      setOutcome(await preview(appointment.documentId, request));
      return;
    }
    const counted = await doConfirmed(outcome, (confirm) =>
      edit(appointment.documentId, request, confirm),
    );
    // Somebody booked meanwhile: the new numbers are shown, and asked about again.
    if (counted) {
      setOutcome(await preview(appointment.documentId, request));
      return;
    }
    toggleNotification({ type: 'success', message: t('edit.done') });
    close();
    await reload();
  }

  return (
    <FormDialog
      title={t('edit.title', { name: appointment.name })}
      action={t(outcome === null ? 'edit.look' : 'edit.save')}
      close={close}
      submit={submit}
    >
      <AppointmentLine appointment={appointment} />
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
    </FormDialog>
  );
}
