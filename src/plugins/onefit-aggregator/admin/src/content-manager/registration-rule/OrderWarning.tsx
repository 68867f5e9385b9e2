import { Link } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { useCurrentOrder } from '../../api/extension-order';
import { useLoaded } from '../../api/use-loaded';
import { useText } from '../../components/use-text';
import { Warning } from '../../components/Warning';
import { MARKET_PATH } from '../../paths';

/** Looks for itself whether the extension is ordered. */
function LookedUpWarning() {
  const { value: order } = useLoaded(useCurrentOrder());
  return order === null ? <OrderWarning ordered={false} /> : null;
}

/**
 * Says that nothing is sent while the extension is not ordered; nothing when it is.
 *
 * @param ordered left out where it is not known yet
 */
export function OrderWarning({ ordered }: { ordered: boolean | undefined }) {
  const { t } = useText();
  if (ordered === undefined) return <LookedUpWarning />;
  if (ordered) return null;
  return (
    <Warning sentence={t('rule.notOrdered')} role="status">
      <Link tag={RouterLink} to={MARKET_PATH}>
        {t('rule.openMarket')}
      </Link>
    </Warning>
  );
}
