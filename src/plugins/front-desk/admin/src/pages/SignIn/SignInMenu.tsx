import { MenuItem } from '@strapi/design-system';
import { Cross, CrossCircle, FileCsv, File, Mail, Pencil } from '@strapi/icons';
import { useNotification, useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Appointment } from '../../api/appointments';
import { useFailure } from '../../api/failure';
import { useSignInApi } from '../../api/sign-in';
import { CancelAppointment } from '../../components/CancelAppointment';
import { useHasPassed } from '../../components/clock';
import { dayIn } from '../../components/days';
import { EndSeries } from '../../components/EndSeries';
import { ActionMenu } from '../../components/ActionMenu';
import { useText } from '../../components/use-text';
import { SCHEDULE_PATH } from '../../paths';
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
  const navigate = useNavigate();
  const [open, setOpen] = useState<'edit' | 'cancel' | 'end' | 'letter' | null>(null);
  const close = () => setOpen(null);
  const own = appointment.booked - appointment.bookedByOnefit;
  const isOver = useHasPassed(appointment.endsAt);
  const isComing = appointment.state === 'scheduled' && !isOver;

  async function download() {
    try {
      const { startsAt, timeZone } = appointment;
      const day = startsAt === null ? '' : dayIn(new Date(startsAt), timeZone);
      saveFile(await csv(appointment.documentId, locale), `${appointment.name} ${day}.csv`);
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
    }
  }

  return (
    <>
      <ActionMenu label={t('signIn.moreOfAppointment')} size="L">
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
        {allowedActions.canEdit === true && isComing && (
          <MenuItem startIcon={<Pencil />} onSelect={() => setOpen('edit')}>
            {t('edit.open')}
          </MenuItem>
        )}
        {allowedActions.canCancel === true && isComing && (
          <MenuItem variant="danger" startIcon={<Cross />} onSelect={() => setOpen('cancel')}>
            {t('cancel.open')}
          </MenuItem>
        )}
        {allowedActions.canCancel === true && isComing && appointment.inSeries && (
          <MenuItem variant="danger" startIcon={<CrossCircle />} onSelect={() => setOpen('end')}>
            {t('endSeries.open')}
          </MenuItem>
        )}
      </ActionMenu>
      {open === 'edit' && (
        <EditAppointment appointment={appointment} close={close} reload={reload} />
      )}
      {open === 'cancel' && (
        <CancelAppointment appointment={appointment} close={close} reload={reload} />
      )}
      {open === 'end' && (
        <EndSeries
          appointment={appointment}
          close={close}
          // Where nobody had booked, this appointment is gone.
          reload={async () => navigate(SCHEDULE_PATH)}
        />
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
