import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { Panel } from '../../components/Panel';
import { StateWord } from '../../components/StateWord';
import { useText } from '../../components/use-text';
import { LEARN_MORE_PATH, NEXT_STEPS_PATH } from '../../paths';
import { EXTENSION_STATES, extensionState } from './extension-state';
import { OnefitMark } from './OnefitMark';
import type { Extension } from './use-extension';

/** The card "Onefit API": what it is for, and how it fares. */
export function ExtensionCard({ extension: { order, status } }: { extension: Extension }) {
  const { t } = useText();
  const { tone, word } = EXTENSION_STATES[extensionState(order !== null, status)];
  return (
    <Box maxWidth="48rem">
      <Panel>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex justifyContent="space-between" gap={4} wrap="wrap">
            <Flex gap={3}>
              <OnefitMark />
              <Typography variant="beta" tag="h2">
                {t('market.extension')}
              </Typography>
            </Flex>
            <StateWord tone={tone}>{t(word)}</StateWord>
          </Flex>
          <Typography>{t('market.inShort')}</Typography>
          <Flex gap={2} wrap="wrap">
            {order !== null && (
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
