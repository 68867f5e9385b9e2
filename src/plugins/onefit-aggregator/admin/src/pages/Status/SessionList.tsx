import { Flex } from '@strapi/design-system';
import { useIsMobile, useRBAC } from '@strapi/strapi/admin';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { Nothing } from '../../components/Nothing';
import { Pager } from '../../components/Pager';
import { useText } from '../../components/use-text';
import { RUN_SYNC } from '../../permissions';
import { RetryAllButton } from './RetryAllButton';
import { SessionCards } from './SessionCards';
import { SessionFilter } from './SessionFilter';
import { SessionTable } from './SessionTable';
import { useSessionList } from './use-session-list';

/** The coming appointments with where each stands: filtered, searched, page by page. */
export function SessionList() {
  const { t } = useText();
  const maySync = useRBAC(RUN_SYNC).allowedActions.canRun === true;
  const isNarrow = useIsMobile();
  const { value, error, reload, pages, choice, change } = useSessionList();
  const isFiltered = choice.state !== undefined || choice.search !== '';
  const zones = [...new Set((value?.sessions ?? []).map(({ timeZone }) => timeZone))];
  const Rows = isNarrow ? SessionCards : SessionTable;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <SessionFilter choice={choice} change={change} counts={value?.counts}>
        {maySync && <RetryAllButton refused={value?.counts.needs_attention ?? 0} reload={reload} />}
      </SessionFilter>
      {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
      {value?.sessions.length === 0 && (
        <Nothing>{t(isFiltered ? 'sessions.noneSuch' : 'sessions.none')}</Nothing>
      )}
      {value && value.sessions.length > 0 && (
        <>
          <Rows sessions={value.sessions} maySync={maySync} reload={reload} />
          <Pager page={choice.page} pages={pages} go={(page) => change({ page })}>
            {t('sessions.count', { total: value.total })} ·{' '}
            {t('common.zone', { zone: zones.join(', ') })}
          </Pager>
        </>
      )}
    </Flex>
  );
}
