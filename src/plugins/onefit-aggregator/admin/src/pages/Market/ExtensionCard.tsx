import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { Market } from '../../api/market';
import { Panel } from '../../components/Panel';
import { StateWord } from '../../components/StateWord';
import { useText } from '../../components/use-text';
import { LEARN_MORE_PATH, NEXT_STEPS_PATH } from '../../paths';
import { EXTENSION_STATES } from './extension-state';
import { OnefitMark } from './OnefitMark';
import { useStoryLine } from './use-story-line';

/** The card "Onefit API": what it is for, how it fares, and the way on. */
export function ExtensionCard({ market }: { market: Market }) {
  const { t } = useText();
  const line = useStoryLine(market);
  const { tone, word } = EXTENSION_STATES[market.state];
  return (
    <Box maxWidth="52rem">
      <Panel>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
            <Flex gap={3}>
              <OnefitMark />
              <Typography variant="beta" tag="h2">
                {t('market.extension')}
              </Typography>
            </Flex>
            <StateWord tone={tone}>{t(word)}</StateWord>
          </Flex>
          <Typography>{t('market.inShort')}</Typography>
          {line && (
            <Typography variant="pi" textColor="neutral600">
              {line}
            </Typography>
          )}
          <Flex gap={2} wrap="wrap">
            {market.order !== null && (
              <LinkButton tag={Link} to={NEXT_STEPS_PATH}>
                {t('market.nextSteps')}
              </LinkButton>
            )}
            <LinkButton tag={Link} to={LEARN_MORE_PATH} variant="secondary">
              {t('market.learnMore')}
            </LinkButton>
          </Flex>
        </Flex>
      </Panel>
    </Box>
  );
}
