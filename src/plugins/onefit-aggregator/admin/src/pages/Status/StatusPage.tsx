import { Flex } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useConnectionStatus } from '../../api/status';
import { useLoaded } from '../../api/use-loaded';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { Nothing } from '../../components/Nothing';
import { useText } from '../../components/use-text';
import { READ_STATUS, RUN_SYNC } from '../../permissions';
import { Connections } from './Connections';
import { SessionList } from './SessionList';
import { SynchroniseButton } from './SynchroniseButton';

const EVERY_MS = 5_000;

function Content() {
  const { t } = useText();
  const { allowedActions } = useRBAC(RUN_SYNC);
  const maySync = allowedActions.canRun === true;
  const { value, error, reload } = useLoaded(useConnectionStatus(), EVERY_MS);
  return (
    <Page.Main>
      <Page.Title>{t('status.title')}</Page.Title>
      <Layouts.Header
        title={t('status.title')}
        subtitle={t('status.subtitle')}
        primaryAction={maySync && <SynchroniseButton done={reload} />}
      />
      <Layouts.Content>
        {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
        {value && (
          <Flex direction="column" alignItems="stretch" gap={6}>
            {error !== null && <LoadFailure error={error} retry={reload} />}
            {value.venues.length === 0 ? (
              <Nothing>{t('status.noVenue')}</Nothing>
            ) : (
              <Connections venues={value.venues} />
            )}
            <SessionList maySync={maySync} />
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** The menu item "Onefit": how the connection fares, and where each appointment stands. */
export default function StatusPage() {
  return (
    <Page.Protect permissions={READ_STATUS}>
      <Content />
    </Page.Protect>
  );
}
