import { Button, Flex, Typography } from '@strapi/design-system';
import { useCallback, useState } from 'react';
import { useSessions } from '../../api/sessions';
import type { SessionStanding } from '../../api/sessions';
import { useLoaded } from '../../api/use-loaded';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { Nothing } from '../../components/Nothing';
import { Panel } from '../../components/Panel';
import { useText } from '../../components/use-text';
import { SessionRow } from './SessionRow';
import { StandingFilter } from './StandingFilter';

const EVERY_MS = 5_000;
const PAGE_SIZE = 25;

/** The coming appointments with where each stands, filtered by state. */
export function SessionList({ maySync }: { maySync: boolean }) {
  const { t } = useText();
  const { list } = useSessions();
  const [state, setState] = useState<SessionStanding | undefined>(undefined);
  const [page, setPage] = useState(1);
  const load = useCallback(
    () => list({ ...(state && { state }), page, pageSize: PAGE_SIZE }),
    [list, state, page],
  );
  const { value, error, reload } = useLoaded(load, EVERY_MS);
  const pages = Math.max(1, Math.ceil((value?.total ?? 0) / PAGE_SIZE));
  const zones = [...new Set((value?.sessions ?? []).map(({ timeZone }) => timeZone))];

  return (
    <Panel>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="delta" tag="h2">
          {t('sessions.title')}
        </Typography>
        <StandingFilter
          chosen={state}
          choose={(chosen) => {
            setState(chosen);
            setPage(1);
          }}
        />
        {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
        {value?.sessions.length === 0 && (
          <Nothing>{t(state ? 'sessions.noneSuch' : 'sessions.none')}</Nothing>
        )}
        {value && value.sessions.length > 0 && (
          <>
            <Flex tag="ul" direction="column" alignItems="stretch">
              {value.sessions.map((session) => (
                <SessionRow
                  key={session.documentId}
                  session={session}
                  maySync={maySync}
                  reload={reload}
                />
              ))}
            </Flex>
            <Flex justifyContent="space-between" gap={3} wrap="wrap">
              <Typography variant="pi" textColor="neutral600" role="status">
                {t('sessions.page', { page, pages, total: value.total })} ·{' '}
                {t('common.zone', { zone: zones.join(', ') })}
              </Typography>
              <Flex gap={2}>
                <Button
                  type="button"
                  variant="tertiary"
                  disabled={page <= 1}
                  onClick={() => setPage(page - 1)}
                >
                  {t('sessions.earlier')}
                </Button>
                <Button
                  type="button"
                  variant="tertiary"
                  disabled={page >= pages}
                  onClick={() => setPage(page + 1)}
                >
                  {t('sessions.later')}
                </Button>
              </Flex>
            </Flex>
          </>
        )}
      </Flex>
    </Panel>
  );
}
