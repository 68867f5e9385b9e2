import { useCallback } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useFailure } from '../../api/failure';

/** Does something at the desk, loads the list again, and says why when it is refused. */
export function useDesk(reload: () => Promise<void>) {
  const { sentence } = useFailure();
  const { toggleNotification } = useNotification();
  return useCallback(
    async (work: () => Promise<void>, done?: string): Promise<boolean> => {
      try {
        await work();
        if (done !== undefined) toggleNotification({ type: 'success', message: done });
        return true;
      } catch (error) {
        toggleNotification({ type: 'warning', message: sentence(error) });
        return false;
      } finally {
        await reload();
      }
    },
    [reload, sentence, toggleNotification],
  );
}

export type Desk = ReturnType<typeof useDesk>;
