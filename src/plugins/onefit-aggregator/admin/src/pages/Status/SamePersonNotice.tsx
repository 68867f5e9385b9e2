import { Flex, Link, Typography } from '@strapi/design-system';
import { User } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';
import { useCustomers } from '../../api/customers';
import { useLoaded } from '../../api/use-loaded';
import { useText } from '../../components/use-text';
import { SAME_PERSON_PATH } from '../../paths';

/** Says that there are customers to decide on; nothing while there are none. */
export function SamePersonNotice() {
  const { t } = useText();
  const { proposals } = useCustomers();
  const { value } = useLoaded(proposals);
  if (!value || value.length === 0) return null;
  return (
    <Flex
      gap={3}
      padding={3}
      hasRadius
      background="neutral0"
      borderColor="neutral200"
      role="status"
    >
      <User fill="neutral600" aria-hidden style={{ flexShrink: 0 }} />
      <Flex gap={3} wrap="wrap">
        <Typography>{t('same.notice', { count: value.length })}</Typography>
        <Link tag={RouterLink} to={SAME_PERSON_PATH}>
          {t('same.look')}
        </Link>
      </Flex>
    </Flex>
  );
}
