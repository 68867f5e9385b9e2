import { Flex, Typography } from '@strapi/design-system';
import type { VenueStatus } from '../../api/status';
import { Panel } from '../../components/Panel';
import { StateWord } from '../../components/StateWord';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { CONNECTION_STATES } from './connection-states';

/** How the connection of a venue fares: a word, since when, and what waits. */
export function Connection({ venue, zone }: { venue: VenueStatus; zone: string }) {
  const { t } = useText();
  const { dayAndTime } = useTimes(zone);
  const { tone, word, help } = CONNECTION_STATES[venue.state];
  const { linkedAt, lastSuccessAt, failingSince, nextAttemptAt, error, waiting, refused } = venue;
  const said = [error?.code, error?.detail].filter(Boolean).join(': ');
  const facts: Array<[string, string | number]> = [
    [t('connection.linkedAt'), linkedAt === null ? '–' : dayAndTime(linkedAt)],
    [t('connection.lastSuccess'), lastSuccessAt === null ? '–' : dayAndTime(lastSuccessAt)],
    [t('connection.waiting'), waiting],
    [t('connection.refused'), refused],
  ];
  return (
    <Panel>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between" gap={3} wrap="wrap">
          <Typography variant="delta" tag="h2">
            {venue.name}
          </Typography>
          <StateWord tone={tone}>{t(word)}</StateWord>
        </Flex>
        <Typography>{t(help)}</Typography>
        {failingSince !== null && (
          <Typography>
            {t('connection.failingSince', { at: dayAndTime(failingSince) })}{' '}
            {nextAttemptAt !== null && t('reason.nextTry', { at: dayAndTime(nextAttemptAt) })}
          </Typography>
        )}
        {said !== '' && (
          <Typography style={{ overflowWrap: 'anywhere' }}>{t('reason.word', { said })}</Typography>
        )}
        <Flex tag="dl" gap={6} wrap="wrap" alignItems="flex-start">
          {facts.map(([name, fact]) => (
            <div key={name}>
              <Typography tag="dt" variant="pi" textColor="neutral600">
                {name}
              </Typography>
              <Typography tag="dd">{fact}</Typography>
            </div>
          ))}
        </Flex>
      </Flex>
    </Panel>
  );
}
