import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useFailure } from '../../api/failure';
import { useSessions } from '../../api/sessions';
import { useText } from '../../components/use-text';

/** Looks at everything now and says what was found. */
export function SynchroniseButton({ done }: { done: () => Promise<void> }) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { synchronise } = useSessions();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);

  async function run() {
    setBusy(true);
    try {
      const report = await synchronise();
      toggleNotification({
        type: 'success',
        message:
          'running' in report
            ? t('sync.running')
            : t('sync.done', { looked: report.looked, marked: report.marked }),
      });
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
    }
    setBusy(false);
    await done();
  }

  return (
    <Button type="button" startIcon={<ArrowClockwise />} loading={busy} onClick={() => void run()}>
      {t('sync.now')}
    </Button>
  );
}
