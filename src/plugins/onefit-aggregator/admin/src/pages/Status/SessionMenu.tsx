import { IconButton, MenuItem, SimpleMenu } from '@strapi/design-system';
import { More } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { SessionState } from '../../api/sessions';
import { useStanding } from '../../components/session-standing';
import { useTimes } from '../../components/times';
import { useRetry } from '../../components/use-retry';
import { useText } from '../../components/use-text';
import { ACTIVITY, APPOINTMENT, editPath } from '../../content-types';

interface Props {
  session: SessionState;
  maySync: boolean;
  reload: () => Promise<void>;
}

/** What can be done with an appointment of the list. */
export function SessionMenu({ session, maySync, reload }: Props) {
  const { t } = useText();
  const { dayAndTime } = useTimes(session.timeZone);
  const { canRetry, isDelivered } = useStanding(session);
  const { run } = useRetry(reload);
  const navigate = useNavigate();
  const { documentId, name, startsAt, activity } = session;
  return (
    <SimpleMenu
      label={t('sessions.menu', { name, at: dayAndTime(startsAt) })}
      tag={IconButton}
      icon={<More />}
      variant="ghost"
      popoverPlacement="bottom-end"
    >
      {maySync && (canRetry || isDelivered) && (
        <MenuItem onSelect={() => void run(documentId)}>{t('retry.now')}</MenuItem>
      )}
      <MenuItem onSelect={() => navigate(editPath(APPOINTMENT, documentId))}>
        {t('sessions.openAppointment')}
      </MenuItem>
      <MenuItem onSelect={() => navigate(editPath(ACTIVITY, activity.documentId))}>
        {t('sessions.openActivity')}
      </MenuItem>
    </SimpleMenu>
  );
}
