import { Flex, LinkButton } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { Nothing } from '../../components/Nothing';
import { StateWord } from '../../components/StateWord';
import { useText } from '../../components/use-text';
import { LEARN_MORE_PATH, MARKET_PATH } from '../../paths';
import { Checklist } from './Checklist';
import { ConfirmationNotice } from './ConfirmationNotice';
import { EndExtension } from './EndExtension';
import { EXTENSION_STATES } from './extension-state';
import { useExtension } from './use-extension';

/** What to do after the order, ticked off as it happens, and the way to end the extension. */
export function NextSteps() {
  const { t } = useText();
  const { value, error, reload, mayOrder } = useExtension();
  const state = value && EXTENSION_STATES[value.state];
  return (
    <Page.Main>
      <Page.Title>{t('steps.title')}</Page.Title>
      <Layouts.Header
        navigationAction={<BackButton fallback={MARKET_PATH} />}
        title={t('steps.title')}
        subtitle={t('market.extension')}
        primaryAction={state && <StateWord tone={state.tone}>{t(state.word)}</StateWord>}
      />
      <Layouts.Content>
        {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
        {value?.order === null && (
          <Nothing
            action={
              <LinkButton tag={Link} to={LEARN_MORE_PATH} variant="secondary">
                {t('market.learnMore')}
              </LinkButton>
            }
          >
            {t('steps.notOrdered')}
          </Nothing>
        )}
        {value && value.order !== null && (
          <Flex direction="column" alignItems="stretch" gap={4} maxWidth="80rem">
            <ConfirmationNotice order={value.order} mayOrder={mayOrder} reload={reload} />
            <Checklist market={value} order={value.order} mayTick={mayOrder} reload={reload} />
            {mayOrder && <EndExtension ended={reload} />}
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
