import { Flex } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useConnectionStatus } from '../../api/status';
import { useLoaded } from '../../api/use-loaded';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { Nothing } from '../../components/Nothing';
import { useText } from '../../components/use-text';
import { DECIDE_PROPOSALS, READ_STATUS, RUN_SYNC } from '../../permissions';
import { Connections } from './Connections';
import { SamePersonNotice } from './SamePersonNotice';
import { StatusTabs } from './StatusTabs';
import { Synchronisation } from './Synchronisation';
import { SynchroniseButton } from './SynchroniseButton';
import { useSync } from './use-sync';

const EVERY_MS = 5_000;
const ASKED = [...RUN_SYNC, ...DECIDE_PROPOSALS];

function Content() {
  const { t } = useText();
  const { allowedActions } = useRBAC(ASKED);
  const { value, error, reload } = useLoaded(useConnectionStatus(), EVERY_MS);
  const { last, sending, busy, run } = useSync(value, reload);
  const maySync = allowedActions.canRun === true;
  return (
    <Page.Main>
      <Page.Title>{t('status.title')}</Page.Title>
      <Layouts.Header
        title={t('status.title')}
        subtitle={t('status.subtitle')}
        primaryAction={maySync && <SynchroniseButton busy={busy} run={run} />}
      />
      <Layouts.Content>
        {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
        {value && (
          <Flex direction="column" alignItems="stretch" gap={5}>
            {error !== null && <LoadFailure error={error} retry={reload} />}
            {value.venues.length === 0 ? (
              <Nothing>{t('status.noVenue')}</Nothing>
            ) : (
              <Connections venues={value.venues} />
            )}
            {last && last.state !== 'never' && (
              <Synchronisation last={last} sending={sending} venues={value.venues} />
            )}
            {allowedActions.canDecide === true && <SamePersonNotice />}
            <StatusTabs />
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
