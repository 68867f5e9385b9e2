import { useRBAC } from '@strapi/strapi/admin';
import { useText } from '../../components/use-text';
import { CUSTOMER, CUSTOMER_AGGREGATOR_ID } from '../../content-types';
import { DECIDE_PROPOSALS } from '../../permissions';
import type { SidePanel } from '../side-panel';
import { CustomerIds } from './CustomerIds';

const ASKED = [
  ...['read', 'create', 'update', 'delete'].map((verb) => ({
    action: `plugin::content-manager.explorer.${verb}`,
    subject: CUSTOMER_AGGREGATOR_ID,
  })),
  ...DECIDE_PROPOSALS,
];

/** The panel "Customer IDs of aggregators" of a customer. */
export const CustomerIdsPanel: SidePanel = ({ model, documentId, document }) => {
  const { t } = useText();
  const { allowedActions } = useRBAC(ASKED);
  const id = document?.id;
  if (model !== CUSTOMER || !documentId || id === undefined) return null;
  if (allowedActions.canRead !== true) return null;
  return {
    title: t('ids.title'),
    content: (
      <CustomerIds
        customer={{ documentId, id }}
        may={{
          enter: allowedActions.canCreate === true,
          change: allowedActions.canUpdate === true,
          remove: allowedActions.canDelete === true,
          merge: allowedActions.canDecide === true,
        }}
      />
    ),
  };
};
