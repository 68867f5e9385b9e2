import { Box, Flex, Typography } from '@strapi/design-system';
import { CopyButton } from '../../components/CopyButton';
import { useText } from '../../components/use-text';

/** An id with its name and a button that copies it. */
export function IdRow({ label, owner, id }: { label: string; owner: string; id: string }) {
  const { t } = useText();
  return (
    <Flex justifyContent="space-between" gap={4} wrap="wrap">
      <Box minWidth={0}>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {label}
        </Typography>
        <Typography
          tag="p"
          style={{ fontFamily: 'ui-monospace, monospace', overflowWrap: 'anywhere' }}
        >
          {id}
        </Typography>
      </Box>
      <CopyButton text={id} what={`${label}, ${owner}`}>
        {t('copy.one')}
      </CopyButton>
    </Flex>
  );
}
