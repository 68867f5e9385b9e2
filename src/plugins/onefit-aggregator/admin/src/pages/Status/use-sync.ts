import { useCallback, useEffect, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useFailure } from '../../api/failure';
import { useSessions } from '../../api/sessions';
import type { ConnectionStatus } from '../../api/status';
import { useText } from '../../components/use-text';

const LOOK_MS = 1_000;

/** How much of what waited has gone out since it was asked for. */
export interface SyncProgress {
  done: number;
  all: number;
}

function waitingIn(status: ConnectionStatus | undefined): number {
  return (status?.venues ?? []).reduce((sum, { waiting }) => sum + waiting, 0);
}

function isInterrupted(status: ConnectionStatus | undefined): boolean {
  return (status?.venues ?? []).some(({ failingSince }) => failingSince !== null);
}

/**
 * "Synchronise now": looks at everything, then follows what goes out until nothing waits any more
 * or the connection fails.
 */
export function useSync(status: ConnectionStatus | undefined, reload: () => Promise<void>) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { synchronise } = useSessions();
  const { toggleNotification } = useNotification();
  const [looking, setLooking] = useState(false);
  /** how much waited when sending began; null = nothing is followed */
  const [all, setAll] = useState<number | null>(null);
  const waiting = waitingIn(status);
  const following = all !== null && waiting > 0 && !isInterrupted(status);

  useEffect(() => {
    if (!following) return undefined;
    const timer = window.setInterval(() => void reload(), LOOK_MS);
    return () => window.clearInterval(timer);
  }, [following, reload]);

  const run = useCallback(async () => {
    setLooking(true);
    try {
      const report = await synchronise();
      if ('running' in report) {
        toggleNotification({ type: 'info', message: t('sync.running') });
      } else {
        toggleNotification({ type: 'success', message: t('sync.done', { ...report }) });
        setAll(report.marked);
      }
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
    }
    await reload();
    setLooking(false);
  }, [synchronise, reload, sentence, t, toggleNotification]);

  const most = Math.max(all ?? 0, waiting);
  const progress: SyncProgress | null = following ? { done: most - waiting, all: most } : null;
  return { run, looking, progress };
}
