import { Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { VenueStatus } from '../../api/status';
import { Panel } from '../../components/Panel';
import { StateWord } from '../../components/StateWord';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { ACTIVITY_LOG_PATH } from '../../paths';
import { CONNECTION_STATES } from './connection-states';

/** How the connection of a venue fares: a word, since when, and what waits. */
export function Connection({ venue }: { venue: VenueStatus }) {
  const { t } = useText();
  const { dayAndTime, dayAndSecond } = useTimes(venue.timeZone);
  const { tone, word, help, remedy } = CONNECTION_STATES[venue.state];
  const { workingSince, lastSuccessAt, failingSince, nextAttemptAt, error } = venue;
  // Then what is wrong, and what to do, stands in one sentence of its own.
  const onlyOutcomes =
    failingSince === null && venue.refused > 0 && venue.refused === venue.refusedOutcomes;
  const said = [error?.code, error?.detail].filter(Boolean).join(': ');
  const facts: Array<[string, string | number]> = [
    ...(workingSince === null
      ? []
      : [[t('connection.workingSince'), dayAndTime(workingSince)] as [string, string]]),
    [t('connection.lastSuccess'), lastSuccessAt === null ? '–' : dayAndSecond(lastSuccessAt)],
    [t('connection.waiting'), venue.waiting],
    [t('connection.refused'), venue.refused],
  ];
  return (
    <Panel>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" gap={3} wrap="wrap">
          <Typography variant="delta" tag="h2">
            {venue.name}
          </Typography>
          <StateWord tone={tone}>{t(word)}</StateWord>
        </Flex>
        <div>
          {!onlyOutcomes && <Typography tag="p">{t(help)}</Typography>}
          {failingSince !== null && (
            <Typography tag="p">
              {t('connection.failingSince', { at: dayAndTime(failingSince) })}{' '}
              {nextAttemptAt !== null && t('reason.nextTry', { at: dayAndSecond(nextAttemptAt) })}
            </Typography>
          )}
          {said !== '' && (
            <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
              {t('reason.word', { said })}
            </Typography>
          )}
          {venue.refusedOutcomes > 0 && (
            <Typography tag="p">
              {t('connection.refusedOutcomes', { count: venue.refusedOutcomes })}{' '}
              <Link tag={RouterLink} to={ACTIVITY_LOG_PATH}>
                {t('connection.openActivityLog')}
              </Link>
            </Typography>
          )}
          {remedy && (
            <Link tag={RouterLink} to={remedy.to}>
              {t(remedy.text)}
            </Link>
          )}
        </div>
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
        <Typography variant="pi" textColor="neutral600">
          {t('common.zone', { zone: venue.timeZone })}
        </Typography>
      </Flex>
    </Panel>
  );
}
