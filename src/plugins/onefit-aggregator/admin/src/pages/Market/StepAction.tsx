import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { useMarket } from '../../api/market';
import type { MarketVenue } from '../../api/market';
import { CopyButton } from '../../components/CopyButton';
import { useText } from '../../components/use-text';
import { ACTIVITY, listPath } from '../../content-types';
import { STATUS_PATH } from '../../paths';
import type { StepState } from './steps';

/** The IDs as they go into a message to Onefit's support. */
function idLines(venues: MarketVenue[]): string[] {
  const lines = venues.flatMap(({ name, uuid, companyName, companyUuid }) => [
    `Company UUID: ${companyUuid ?? '-'} (${companyName ?? '-'})`,
    `Venue UUID: ${uuid} (${name})`,
  ]);
  return [...new Set(lines)];
}

interface Props {
  step: StepState;
  venues: MarketVenue[];
  mayTick: boolean;
  reload: () => Promise<void>;
}

/** What takes one on with a step; most steps only need waiting. */
export function StepAction({ step: { step, done }, venues, mayTick, reload }: Props) {
  const { t } = useText();
  const { noteIdsCopied } = useMarket();
  if (step === 'allowed' && !done) {
    return (
      <Box paddingTop={2}>
        <LinkButton tag={Link} to={listPath(ACTIVITY)} variant="secondary">
          {t('steps.openActivities')}
        </LinkButton>
      </Box>
    );
  }
  if (step === 'firstSession' && done) {
    return (
      <Box paddingTop={2}>
        <LinkButton tag={Link} to={STATUS_PATH} variant="tertiary">
          {t('steps.openStatus')}
        </LinkButton>
      </Box>
    );
  }
  if (step !== 'idsSent' || venues.length === 0) return null;
  const lines = idLines(venues);
  // The tick is a note for later; that copying worked does not depend on it.
  const tick = () => void noteIdsCopied().then(reload, () => undefined);
  return (
    <Flex direction="column" alignItems="flex-start" gap={3} paddingTop={2}>
      <Box tag="ul" background="neutral100" hasRadius padding={3} width="100%">
        {lines.map((line) => (
          <Typography key={line} tag="li" variant="pi" style={{ overflowWrap: 'anywhere' }}>
            {line}
          </Typography>
        ))}
      </Box>
      <CopyButton
        text={lines.join('\n')}
        what={t('steps.bothIds')}
        {...(mayTick && !done && { onCopied: tick })}
      >
        {t('steps.copyBoth')}
      </CopyButton>
    </Flex>
  );
}
