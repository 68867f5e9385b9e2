import { Box, Button, EmptyStateLayout } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import { useFailure } from '../api/failure';
import { useText } from './use-text';

/** Says why something could not be loaded, and lets one try again. */
export function LoadFailure({ error, retry }: { error: unknown; retry: () => Promise<void> }) {
  const { t } = useText();
  const { sentence } = useFailure();
  return (
    <Box role="alert">
      <EmptyStateLayout
        icon={<WarningCircle width="4rem" height="4rem" aria-hidden />}
        content={sentence(error)}
        hasRadius
        shadow="tableShadow"
        action={
          <Button
            variant="secondary"
            startIcon={<ArrowClockwise />}
            type="button"
            onClick={() => void retry()}
          >
            {t('common.tryAgain')}
          </Button>
        }
      />
    </Box>
  );
}
