import { useRBAC } from '@strapi/strapi/admin';
import { useText } from '../../components/use-text';
import { APPOINTMENT } from '../../content-types';
import { READ_STATUS, RUN_SYNC } from '../../permissions';
import type { SidePanel } from '../side-panel';
import { SessionStanding } from './SessionStanding';

const ASKED = [...READ_STATUS, ...RUN_SYNC];

/** The panel "Onefit" of an appointment: why it is, or is not, on Onefit. */
export const OnefitPanel: SidePanel = ({ model, documentId, document }) => {
  const { t } = useText();
  const { allowedActions } = useRBAC(ASKED);
  if (model !== APPOINTMENT || !documentId || allowedActions.canRead !== true) return null;
  return {
    title: t('status.title'),
    content: (
      <SessionStanding
        // Saving may change where it stands: look again.
        key={JSON.stringify(document?.updatedAt)}
        documentId={documentId}
        maySync={allowedActions.canRun === true}
      />
    ),
  };
};
