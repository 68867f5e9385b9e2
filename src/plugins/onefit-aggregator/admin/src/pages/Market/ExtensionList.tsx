import { Layouts, Page } from '@strapi/strapi/admin';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { useText } from '../../components/use-text';
import { ExtensionCard } from './ExtensionCard';
import { useExtension } from './use-extension';

/** The first page of the Market: what there is to order. */
export function ExtensionList() {
  const { t } = useText();
  const { value, error, reload } = useExtension();
  return (
    <Page.Main>
      <Page.Title>{t('market.title')}</Page.Title>
      <Layouts.Header title={t('market.title')} subtitle={t('market.subtitle')} />
      <Layouts.Content>
        {value && <ExtensionCard market={value} />}
        {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
      </Layouts.Content>
    </Page.Main>
  );
}
