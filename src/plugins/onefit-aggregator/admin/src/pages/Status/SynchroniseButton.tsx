import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useText } from '../../components/use-text';

/** Looks at everything now and sends what differs. */
export function SynchroniseButton({ busy, run }: { busy: boolean; run: () => Promise<void> }) {
  const { t } = useText();
  return (
    <Button type="button" startIcon={<ArrowClockwise />} loading={busy} onClick={() => void run()}>
      {t('sync.now')}
    </Button>
  );
}
