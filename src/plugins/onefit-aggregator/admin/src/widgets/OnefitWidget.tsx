import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useConnectionStatus } from '../api/status';
import type { VenueStatus } from '../api/status';
import { useLoaded } from '../api/use-loaded';
import { StateWord } from '../components/StateWord';
import { useText } from '../components/use-text';
import { CONNECTION_STATES } from '../pages/Status/connection-states';

const EVERY_MS = 15_000;

function Count({ label, value }: { label: string; value: number }) {
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography variant="pi" textColor="neutral600" tag="dt">
        {label}
      </Typography>
      <Typography variant="beta" tag="dd">
        {value}
      </Typography>
    </Flex>
  );
}

function VenueState({ venue, named }: { venue: VenueStatus; named: boolean }) {
  const { t } = useText();
  const { tone, word } = CONNECTION_STATES[venue.state];
  return (
    <Flex direction="column" alignItems="flex-start" gap={3}>
      <Flex gap={3} wrap="wrap">
        {named && <Typography fontWeight="bold">{venue.name}</Typography>}
        <StateWord tone={tone}>{t(word)}</StateWord>
      </Flex>
      <Flex gap={8} tag="dl">
        <Count label={t('widget.waiting')} value={venue.waiting} />
        <Count label={t('widget.needsAttention')} value={venue.refused} />
      </Flex>
    </Flex>
  );
}

/** The widget "Onefit": how each venue's connection fares, in a word and two numbers. */
export default function OnefitWidget() {
  const { t } = useText();
  const { value, error } = useLoaded(useConnectionStatus(), EVERY_MS);
  if (!value) return error === null ? <Widget.Loading /> : <Widget.Error />;
  if (value.venues.length === 0) return <Widget.NoData>{t('status.noVenue')}</Widget.NoData>;
  return (
    <Flex direction="column" alignItems="stretch" gap={6} width="100%">
      {value.venues.map((venue) => (
        <VenueState key={venue.documentId} venue={venue} named={value.venues.length > 1} />
      ))}
    </Flex>
  );
}
