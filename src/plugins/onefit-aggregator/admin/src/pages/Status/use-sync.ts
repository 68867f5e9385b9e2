import { useCallback, useEffect, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { SyncProgress } from '../../../../shared/synchronise';
import { useFailure } from '../../api/failure';
import type { ConnectionStatus } from '../../api/status';
import { useSynchronisation } from '../../api/sync';
import { useLoaded } from '../../api/use-loaded';
import { sendingOf } from './sync-sending';
import type { Sending } from './sync-sending';

const BUSY_MS = 1_000;
const IDLE_MS = 10_000;

export interface Sync {
  /** the last synchronisation; undefined until it is known */
  last: SyncProgress | undefined;
  /** what goes out of it; null when nothing does any more */
  sending: Sending | null;
  busy: boolean;
  run: () => Promise<void>;
}

/**
 * "Synchronise now": begins it and follows it. What is shown is what the server says of the last
 * one, so that a reload or a colleague's screen shows the same.
 */
export function useSync(
  status: ConnectionStatus | undefined,
  reloadStatus: () => Promise<void>,
): Sync {
  const { sentence } = useFailure();
  const { begin, progress } = useSynchronisation();
  const { toggleNotification } = useNotification();
  const [asking, setAsking] = useState(false);
  const [following, setFollowing] = useState(false);
  const { value: last, reload } = useLoaded(progress, following ? BUSY_MS : IDLE_MS);
  const busy = asking || last?.state === 'running';
  const sending = sendingOf(last, status);
  const isMoving = busy || sending !== null;

  useEffect(() => setFollowing(isMoving), [isMoving]);

  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = window.setInterval(() => void reloadStatus(), BUSY_MS);
    return () => {
      window.clearInterval(timer);
      void reloadStatus();
    };
  }, [isMoving, reloadStatus]);

  const run = useCallback(async () => {
    setAsking(true);
    try {
      await begin();
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
    }
    await Promise.all([reload(), reloadStatus()]);
    setAsking(false);
  }, [begin, reload, reloadStatus, sentence, toggleNotification]);

  return { last, sending, busy, run };
}
