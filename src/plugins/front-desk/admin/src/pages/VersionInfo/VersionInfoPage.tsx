import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useLoaded } from '../../api/use-loaded';
import { useVersionInfo } from '../../api/version-info';
import { CopyButton } from '../../components/CopyButton';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { Nothing } from '../../components/Nothing';
import { useText } from '../../components/use-text';
import { READ_VERSION_INFO } from '../../permissions';
import { CompanyCard } from './CompanyCard';
import { asMessage, companiesOf } from './companies';
import { Versions } from './Versions';

function Content() {
  const { t } = useText();
  const { value, error, reload } = useLoaded(useVersionInfo());
  const companies = companiesOf(value?.venues ?? []);
  return (
    <Page.Main>
      <Page.Title>{t('version.title')}</Page.Title>
      <Layouts.Header
        title={t('version.title')}
        subtitle={t('version.subtitle')}
        primaryAction={
          companies.length > 0 && (
            <CopyButton text={asMessage(companies)} what={t('version.allIds')} variant="default">
              {t('version.copyAll')}
            </CopyButton>
          )
        }
      />
      <Layouts.Content>
        {value === undefined ? (
          error === null ? (
            <Loading />
          ) : (
            <LoadFailure error={error} retry={reload} />
          )
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {companies.length === 0 && <Nothing>{t('version.empty')}</Nothing>}
            {companies.map((company) => (
              <CompanyCard key={company.uuid} company={company} />
            ))}
            <Versions versions={value.versions} />
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** Settings → Version & Info: the ids for an aggregator's support, and what runs here. */
export default function VersionInfoPage() {
  return (
    <Page.Protect permissions={READ_VERSION_INFO}>
      <Content />
    </Page.Protect>
  );
}
