import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { SyncReport } from '../../../../shared/synchronise';
import type { VenueStatus } from '../../api/status';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';

/** Why a venue could not be compared, and what to do; whatever is not here is a failing connection. */
const REASONS: Record<string, TextKey> = {
  not_configured: 'sync.failure.notConfigured',
  running: 'sync.failure.running',
  venue_not_linked: 'sync.failure.notLinked',
  http_401: 'sync.failure.credentials',
  http_403: 'sync.failure.credentials',
};

interface Props {
  failures: SyncReport['failures'];
  venues: VenueStatus[];
}

/** The venues that could not be compared with what Onefit holds, each with the reason and a remedy. */
export function SyncFailures({ failures, venues }: Props) {
  const { t } = useText();
  return failures.map(({ venue, code }) => {
    const name = venues.find(({ documentId }) => documentId === venue)?.name ?? t('sync.someVenue');
    return (
      <Flex key={venue} gap={2} alignItems="flex-start">
        <WarningCircle fill="warning600" aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
        <Typography>{t(REASONS[code] ?? 'sync.failure.connection', { name, code })}</Typography>
      </Flex>
    );
  });
}
