import { Flex, Radio, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { Scope } from '../../../api/edit-appointment';
import { useText } from '../../../components/use-text';
import type { TextKey } from '../../../components/use-text';

const CHOICES: Array<{ value: Scope; label: TextKey }> = [
  { value: 'this', label: 'edit.this' },
  { value: 'following', label: 'edit.following' },
  { value: 'all', label: 'edit.all' },
];

/** Which appointments of the series are meant. */
export function ScopeChoice({ scope, choose }: { scope: Scope; choose: (scope: Scope) => void }) {
  const { t } = useText();
  const id = useId();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" fontWeight="bold" id={id}>
        {t('edit.scope')}
      </Typography>
      <Radio.Group
        aria-labelledby={id}
        value={scope}
        onValueChange={(value) => choose(value as Scope)}
      >
        <Flex direction="column" alignItems="stretch" gap={2}>
          {CHOICES.map(({ value, label }) => (
            <Radio.Item key={value} value={value}>
              {t(label)}
            </Radio.Item>
          ))}
        </Flex>
      </Radio.Group>
    </Flex>
  );
}
