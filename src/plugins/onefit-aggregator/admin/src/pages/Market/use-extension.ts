import { useRBAC } from '@strapi/strapi/admin';
import { useMarket } from '../../api/market';
import { useLoaded } from '../../api/use-loaded';
import { ORDER } from '../../permissions';

const EVERY_MS = 5_000;

/** The extension as it fares, again every five seconds: a step that is done shows by itself. */
export function useExtension() {
  const { allowedActions, isLoading } = useRBAC(ORDER);
  const { read } = useMarket();
  const loaded = useLoaded(read, EVERY_MS);
  return { ...loaded, mayOrder: !isLoading && allowedActions.canOrder === true };
}
