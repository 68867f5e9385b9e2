import { Flex, Link, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';
import { useCurrentOrder } from '../../api/extension-order';
import { useLoaded } from '../../api/use-loaded';
import { useText } from '../../components/use-text';
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
    <Flex
      gap={2}
      padding={3}
      hasRadius
      background="warning100"
      borderColor="warning200"
      wrap="wrap"
      role="status"
    >
      <WarningCircle fill="warning700" aria-hidden />
      <Typography textColor="neutral800">{t('rule.notOrdered')}</Typography>
      <Link tag={RouterLink} to={MARKET_PATH}>
        {t('rule.openMarket')}
      </Link>
    </Flex>
  );
}
