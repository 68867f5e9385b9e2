import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useFailure } from '../../api/failure';
import { useSessions } from '../../api/sessions';
import { useText } from '../../components/use-text';

interface Props {
  /** how many appointments need attention */
  refused: number;
  reload: () => Promise<void>;
}

/** Sends everything again that Onefit refused; not there while there is nothing of the kind. */
export function RetryAllButton({ refused, reload }: Props) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { retryAll } = useSessions();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  if (refused === 0) return null;

  async function run() {
    setBusy(true);
    try {
      const count = await retryAll();
      toggleNotification({
        type: count === 0 ? 'warning' : 'success',
        message: t('retry.allDone', { count }),
      });
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
    }
    setBusy(false);
    await reload();
  }

  return (
    <Button
      type="button"
      variant="secondary"
      startIcon={<ArrowClockwise />}
      loading={busy}
      onClick={() => void run()}
    >
      {t('retry.all')}
    </Button>
  );
}
