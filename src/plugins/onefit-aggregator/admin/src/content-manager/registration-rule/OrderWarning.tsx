import { Flex, Link, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';
import { useExtensionOrders } from '../../api/extension-order';
import { useLoaded } from '../../api/use-loaded';
import { useText } from '../../components/use-text';
import { MARKET_PATH } from '../../paths';

/** Says that nothing is sent while the extension is not ordered; nothing when it is, or unknown. */
export function OrderWarning() {
  const { t } = useText();
  const { current } = useExtensionOrders();
  const { value: order } = useLoaded(current);
  if (order !== null) return null;
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
