import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { Holder } from '../../api/customers';
import { useText } from '../../components/use-text';
import { CUSTOMER, editPath } from '../../content-types';
import { mergePath } from '../../paths';

interface Props {
  /** who has the ID */
  holder: Holder;
  /** for whom it was typed */
  customer: string;
  mayMerge: boolean;
}

/** What can be done when an ID belongs to somebody else. */
export function TakenId({ holder, customer, mayMerge }: Props) {
  const { t } = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={3} role="status">
      <Typography>{t(mayMerge ? 'ids.takenMerge' : 'ids.takenHelp')}</Typography>
      <Flex gap={2} wrap="wrap">
        <LinkButton tag={Link} to={editPath(CUSTOMER, holder.documentId)} variant="tertiary">
          {t('ids.openHolder', { name: holder.name })}
        </LinkButton>
        {mayMerge && (
          <LinkButton tag={Link} to={mergePath(customer, holder.documentId)} variant="secondary">
            {t('ids.merge')}
          </LinkButton>
        )}
      </Flex>
    </Flex>
  );
}
