import { Button, Flex, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { Loading } from '../../../components/Loading';
import { LoadFailure } from '../../../components/LoadFailure';
import { Nothing } from '../../../components/Nothing';
import { ownZone } from '../../../components/times';
import { useText } from '../../../components/use-text';
import { EntryTable } from './EntryTable';
import { LogFilter } from './LogFilter';
import { useLogPages } from './use-log-pages';

/** Who did what, what came in and what went out, newest first. */
export function ActivityLog() {
  const { t } = useText();
  const log = useLogPages();
  const { value, error, reload } = log;
  const zones = [...new Set(Object.values(value?.names.venues ?? {}).map((one) => one.timeZone))];
  const zone = zones.length > 0 ? zones.join(', ') : ownZone();

  function nothing() {
    // What stood on an older page may have been forgotten since.
    if (!log.isNewest) return 'log.noneOlder';
    return log.isFiltered ? 'log.noneSuch' : 'log.none';
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <LogFilter choice={log.choice} filter={log.filter} change={log.change} />
      {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
      {value?.entries.length === 0 && <Nothing>{t(nothing())}</Nothing>}
      {value && (value.entries.length > 0 || !log.isNewest) && (
        <>
          {value.entries.length > 0 && <EntryTable entries={value.entries} names={value.names} />}
          <Flex justifyContent="space-between" gap={3} wrap="wrap">
            <Typography variant="pi" textColor="neutral600">
              {t('common.zone', { zone })} · {t('log.kept')}
            </Typography>
            <Flex tag="nav" aria-label={t('pager.label')} gap={3}>
              <Button
                type="button"
                variant="tertiary"
                startIcon={<ChevronLeft />}
                disabled={log.isNewest}
                onClick={log.newer}
              >
                {t('log.newer')}
              </Button>
              <Button
                type="button"
                variant="tertiary"
                endIcon={<ChevronRight />}
                disabled={value.nextCursor === null}
                onClick={log.older}
              >
                {t('log.older')}
              </Button>
            </Flex>
          </Flex>
        </>
      )}
    </Flex>
  );
}
