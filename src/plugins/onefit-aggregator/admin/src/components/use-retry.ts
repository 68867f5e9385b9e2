import { useCallback, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useFailure } from '../api/failure';
import { useSessions } from '../api/sessions';
import { useText } from './use-text';

/** Sends one appointment again and says so. */
export function useRetry(reload: () => Promise<void>) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { retry } = useSessions();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (documentId: string) => {
      setBusy(true);
      try {
        await retry(documentId);
        toggleNotification({ type: 'success', message: t('retry.done') });
      } catch (error) {
        toggleNotification({ type: 'warning', message: sentence(error) });
      }
      setBusy(false);
      await reload();
    },
    [retry, reload, sentence, t, toggleNotification],
  );
  return { busy, run };
}
