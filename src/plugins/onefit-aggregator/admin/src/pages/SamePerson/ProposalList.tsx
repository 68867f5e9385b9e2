import { Flex } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useCustomers } from '../../api/customers';
import { useLoaded } from '../../api/use-loaded';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { Nothing } from '../../components/Nothing';
import { ProposalBox } from '../../components/ProposalBox';
import { useText } from '../../components/use-text';
import { STATUS_PATH } from '../../paths';

/** All proposals that nobody has decided on, newest first. */
export function ProposalList() {
  const { t } = useText();
  const { proposals } = useCustomers();
  const { value, error, reload } = useLoaded(proposals);
  return (
    <Page.Main>
      <Page.Title>{t('same.title')}</Page.Title>
      <Layouts.Header
        navigationAction={<BackButton fallback={STATUS_PATH} />}
        title={t('same.title')}
        subtitle={t('same.subtitle')}
      />
      <Layouts.Content>
        {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
        {value?.length === 0 && <Nothing>{t('same.none')}</Nothing>}
        <Flex direction="column" alignItems="stretch" gap={3} maxWidth="80rem">
          {(value ?? []).map((proposal) => (
            <ProposalBox key={proposal.documentId} proposal={proposal} decided={reload} />
          ))}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
