import { Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { SessionState } from '../../api/sessions';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';
import { ACTIVITY, editPath } from '../../content-types';
import { MARKET_PATH, NEXT_STEPS_PATH, STATUS_PATH } from '../../paths';

/** Where something can be done about a reason; null where nothing can, or it is done on this page. */
function remedyOf({
  reason,
  ownRule,
  activity,
}: SessionState): { to: string; text: TextKey } | null {
  switch (reason) {
    case 'rule_off':
    case 'no_spots':
      return ownRule ? null : { to: editPath(ACTIVITY, activity.documentId), text: 'remedy.rule' };
    case 'not_ordered':
      return { to: MARKET_PATH, text: 'rule.openMarket' };
    case 'not_linked':
      return { to: NEXT_STEPS_PATH, text: 'remedy.nextSteps' };
    case 'connection_down':
      return { to: STATUS_PATH, text: 'remedy.status' };
    default:
      return null;
  }
}

/** The way to where something can be done about it. */
export function Remedy({ session }: { session: SessionState }) {
  const { t } = useText();
  const remedy = remedyOf(session);
  if (remedy) {
    return (
      <Link tag={RouterLink} to={remedy.to}>
        {t(remedy.text)}
      </Link>
    );
  }
  const isOwnRule = session.reason === 'rule_off' || session.reason === 'no_spots';
  return isOwnRule ? <Typography variant="pi">{t('remedy.ownRule')}</Typography> : null;
}
