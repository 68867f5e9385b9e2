import { Button, Flex, LinkButton } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { StateWord } from '../../components/StateWord';
import { useText } from '../../components/use-text';
import { MARKET_PATH, NEXT_STEPS_PATH } from '../../paths';
import { Explanation } from './Explanation';
import { EXTENSION_STATES } from './extension-state';
import { OrderDialog } from './OrderDialog';
import { useExtension } from './use-extension';

/** What the Onefit API does and needs, and the way to order it. */
export function LearnMore() {
  const { t } = useText();
  const { value, error, reload, mayOrder } = useExtension();
  const [ordering, setOrdering] = useState(false);
  const state = value && EXTENSION_STATES[value.state];
  const action = value?.order
    ? (size: 'S' | 'M') => (
        <LinkButton tag={Link} to={NEXT_STEPS_PATH} size={size}>
          {t('market.nextSteps')}
        </LinkButton>
      )
    : mayOrder &&
      ((size: 'S' | 'M') => (
        <Button type="button" size={size} onClick={() => setOrdering(true)}>
          {t('market.order')}
        </Button>
      ));
  return (
    <Page.Main>
      <Page.Title>{t('market.extension')}</Page.Title>
      <Layouts.Header
        navigationAction={<BackButton fallback={MARKET_PATH} />}
        title={t('market.extension')}
        subtitle={t('market.inShort')}
        primaryAction={
          value && (
            <Flex gap={4} wrap="wrap">
              {state && <StateWord tone={state.tone}>{t(state.word)}</StateWord>}
              {action && action('S')}
            </Flex>
          )
        }
      />
      <Layouts.Content>
        {value && (
          <Explanation mayOrder={mayOrder || value.order !== null}>
            {action && action('M')}
          </Explanation>
        )}
        {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
      </Layouts.Content>
      {ordering && (
        <OrderDialog
          venues={value?.venues ?? []}
          close={() => {
            setOrdering(false);
            void reload();
          }}
        />
      )}
    </Page.Main>
  );
}
