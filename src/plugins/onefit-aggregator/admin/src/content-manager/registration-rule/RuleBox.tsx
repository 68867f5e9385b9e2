import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useText } from '../../components/use-text';

/** The box "Registration rules" of an edit view. */
export function RuleBox({ children }: { children: ReactNode }) {
  const { t } = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Typography variant="delta" tag="h2">
        {t('rule.box')}
      </Typography>
      {children}
    </Flex>
  );
}
