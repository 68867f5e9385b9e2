import type { SyncProgress, SyncReport } from '../../../../shared/synchronise';
import type { ConnectionStatus } from '../../api/status';

/** How much of what a synchronisation found has gone out. */
export interface Sending {
  done: number;
  all: number;
}

/** How much a synchronisation set out to send. */
export function foundBy({ retried, marked, resolved, healed }: SyncReport): number {
  return retried + marked + resolved + healed;
}

/**
 * What is still on its way after a synchronisation; null while it runs, when it found nothing, when
 * all is sent, and when the connection fails: then the connection's own words say what happens.
 */
export function sendingOf(
  last: SyncProgress | undefined,
  status: ConnectionStatus | undefined,
): Sending | null {
  if (last?.state !== 'done' || !status) return null;
  const found = foundBy(last);
  const waiting = status.venues.reduce((sum, venue) => sum + venue.waiting, 0);
  const isDown = status.venues.some(({ failingSince }) => failingSince !== null);
  if (found === 0 || waiting === 0 || isDown) return null;
  const all = Math.max(found, waiting);
  return { done: all - waiting, all };
}
