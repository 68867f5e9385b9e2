import { Flex, Typography } from '@strapi/design-system';
import { Panel } from '../../components/Panel';
import { Progress } from '../../components/Progress';
import { useText } from '../../components/use-text';
import type { SyncProgress } from './use-sync';

/** How far the synchronisation is: it looks, then it sends. */
export function SyncProgressBar({ progress }: { progress: SyncProgress | null }) {
  const { t } = useText();
  const text = progress === null ? t('sync.looking') : t('sync.sending', { ...progress });
  return (
    <Panel>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography role="status">{text}</Typography>
        <Progress
          done={progress?.done ?? 0}
          all={progress?.all ?? 1}
          label={t('sync.now')}
          text={text}
        />
      </Flex>
    </Panel>
  );
}
