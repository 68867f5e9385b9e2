import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useFailure } from '../api/failure';
import { useText } from './use-text';

/** Says that what is shown may have changed since, why, and that it is looked at again by itself. */
export function OutOfDate({ error }: { error: unknown }) {
  const { t } = useText();
  const { sentence } = useFailure();
  return (
    <Flex
      role="alert"
      gap={3}
      background="warning100"
      borderColor="warning200"
      hasRadius
      shadow="popupShadow"
      padding={4}
      maxWidth="60rem"
    >
      <WarningCircle fill="warning600" aria-hidden style={{ flexShrink: 0 }} />
      <Typography>
        {sentence(error)} {t('common.outOfDate')}
      </Typography>
    </Flex>
  );
}
