import { Flex, Typography } from '@strapi/design-system';
import { Information } from '@strapi/icons';
import { useText } from '../../components/use-text';
import { OrderWarning } from './OrderWarning';
import type { Sentence } from './preview-sentences';

interface Props {
  sentences: Sentence[];
  allowed: boolean;
  /** whether the extension is ordered; left out where it is not known */
  ordered: boolean | undefined;
}

/** What saving would send, before it is done; and whether the extension is ordered at all. */
export function SavePreview({ sentences, allowed, ordered }: Props) {
  const { t } = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex direction="column" alignItems="stretch" gap={2} role="status">
        {sentences.map(({ key, values }) => (
          <Flex key={key} gap={2} alignItems="flex-start">
            <Information
              fill="neutral600"
              aria-hidden
              style={{ flexShrink: 0, marginTop: '0.3rem' }}
            />
            <Typography>{t(key, values)}</Typography>
          </Flex>
        ))}
      </Flex>
      {allowed && <OrderWarning ordered={ordered} />}
    </Flex>
  );
}
