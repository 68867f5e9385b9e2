import { useCallback } from 'react';
import { useRBAC } from '@strapi/strapi/admin';
import { useExtensionOrders } from '../../api/extension-order';
import type { ExtensionOrder } from '../../api/extension-order';
import { useSessions } from '../../api/sessions';
import type { SessionPage } from '../../api/sessions';
import { useConnectionStatus } from '../../api/status';
import type { ConnectionStatus } from '../../api/status';
import { useLoaded } from '../../api/use-loaded';
import { ORDER, READ_STATUS } from '../../permissions';

export interface Extension {
  order: ExtensionOrder | null;
  status: ConnectionStatus | undefined;
  onOnefit: SessionPage | undefined;
}

const EVERY_MS = 5_000;
const ASKED = [...ORDER, ...READ_STATUS];

/**
 * The order, and for those who may see it how it fares, again every five seconds so that a step
 * that is done shows by itself.
 */
export function useExtension() {
  const { allowedActions, isLoading } = useRBAC(ASKED);
  const seesStatus = allowedActions.canRead === true;
  const { current } = useExtensionOrders();
  const { list } = useSessions();
  const readStatus = useConnectionStatus();
  const load = useCallback(async (): Promise<Extension> => {
    const order = await current();
    if (!seesStatus) return { order, status: undefined, onOnefit: undefined };
    const status = await readStatus();
    const onOnefit = await list({ state: 'on_onefit', page: 1, pageSize: 100 });
    return { order, status, onOnefit };
  }, [current, readStatus, list, seesStatus]);
  const loaded = useLoaded(load, EVERY_MS);
  return { ...loaded, mayOrder: !isLoading && allowedActions.canOrder === true };
}
