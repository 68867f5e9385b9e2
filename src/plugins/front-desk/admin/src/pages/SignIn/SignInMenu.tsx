import { IconButton, MenuItem, SimpleMenu } from '@strapi/design-system';
import { Cross, FileCsv, File, Mail, More, Pencil } from '@strapi/icons';
import { useNotification, useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Appointment } from '../../api/appointments';
import { useFailure } from '../../api/failure';
import { useSignInApi } from '../../api/sign-in';
import { CancelAppointment } from '../../components/CancelAppointment';
import { useText } from '../../components/use-text';
import {
  CANCEL_APPOINTMENT,
  EDIT_APPOINTMENT,
  EXPORT_SIGN_IN,
  WRITE_TO_ALL,
} from '../../permissions';
import { EditAppointment } from '../Schedule/edit-appointment/EditAppointment';
import { saveFile } from './save-file';
import { WriteToAll } from './WriteToAll';

interface Props {
  appointment: Appointment;
  reload: () => Promise<void>;
}

/** What is done with the whole appointment: print, spreadsheet, e-mail, cancel. */
export function SignInMenu({ appointment, reload }: Props) {
  const { t, locale } = useText();
  const { csv } = useSignInApi();
  const { sentence } = useFailure();
  const { toggleNotification } = useNotification();
  const { allowedActions } = useRBAC([
    ...EDIT_APPOINTMENT,
    ...CANCEL_APPOINTMENT,
    ...EXPORT_SIGN_IN,
    ...WRITE_TO_ALL,
  ]);
  const [open, setOpen] = useState<'edit' | 'cancel' | 'letter' | null>(null);
  const close = () => setOpen(null);
  const own = appointment.booked - appointment.bookedByOnefit;
  const isOver = appointment.endsAt !== null && new Date(appointment.endsAt) < new Date();

  async function download() {
    try {
      const day = appointment.startsAt?.slice(0, 10) ?? '';
      saveFile(await csv(appointment.documentId, locale), `${appointment.name} ${day}.csv`);
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
    }
  }

  return (
    <>
      <SimpleMenu
        label={t('signIn.moreOfAppointment')}
        tag={IconButton}
        icon={<More />}
        size="L"
        popoverPlacement="bottom-end"
      >
        <MenuItem startIcon={<File />} onSelect={() => window.print()}>
          {t('print.button')}
        </MenuItem>
        {allowedActions.canExport === true && (
          <MenuItem startIcon={<FileCsv />} onSelect={() => void download()}>
            {t('signIn.csv')}
          </MenuItem>
        )}
        {allowedActions.canWrite === true && own > 0 && (
          <MenuItem startIcon={<Mail />} onSelect={() => setOpen('letter')}>
            {t('letter.open')}
          </MenuItem>
        )}
        {allowedActions.canEdit === true && appointment.state === 'scheduled' && !isOver && (
          <MenuItem startIcon={<Pencil />} onSelect={() => setOpen('edit')}>
            {t('edit.open')}
          </MenuItem>
        )}
        {allowedActions.canCancel === true && appointment.state === 'scheduled' && (
          <MenuItem variant="danger" startIcon={<Cross />} onSelect={() => setOpen('cancel')}>
            {t('cancel.open')}
          </MenuItem>
        )}
      </SimpleMenu>
      {open === 'edit' && (
        <EditAppointment appointment={appointment} close={close} reload={reload} />
      )}
      {open === 'cancel' && (
        <CancelAppointment appointment={appointment} close={close} reload={reload} />
      )}
      {open === 'letter' && (
        <WriteToAll
          appointment={appointment.documentId}
          recipients={own}
          close={close}
          reload={reload}
        />
      )}
    </>
  );
}
