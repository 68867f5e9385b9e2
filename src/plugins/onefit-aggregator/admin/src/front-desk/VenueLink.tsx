import { Flex, Typography } from '@strapi/design-system';
import { useConnectionStatus } from '../api/status';
import { useLoaded } from '../api/use-loaded';
import { StateWord } from '../components/StateWord';
import { useTimes } from '../components/times';
import { useText } from '../components/use-text';
import { CONNECTION_STATES } from '../pages/Status/connection-states';

/** How a venue is linked with Onefit; nothing for whoever may not see the connection. */
export function VenueLink({ venue }: { venue: { documentId: string; timeZone: string } }) {
  const { t } = useText();
  const { dayAndTime } = useTimes(venue.timeZone);
  const { value } = useLoaded(useConnectionStatus());
  const found = value?.venues.find(({ documentId }) => documentId === venue.documentId);
  if (!found) return null;
  const { tone, word } = CONNECTION_STATES[found.state];
  return (
    <Flex gap={3} wrap="wrap">
      <Typography fontWeight="bold">Onefit</Typography>
      <StateWord tone={tone}>{t(word)}</StateWord>
      {found.linkedAt !== null && (
        <Typography variant="pi" textColor="neutral600">
          {t('connection.linkedSince', {
            at: dayAndTime(found.linkedAt),
            id: found.onefitVenueId ?? '',
          })}
        </Typography>
      )}
    </Flex>
  );
}
