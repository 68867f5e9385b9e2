import { Typography } from '@strapi/design-system';
import type { SyncReport } from '../../../../shared/synchronise';
import { useText } from '../../components/use-text';

/** What a synchronisation looked at, found and set right, in sentences. */
export function SyncFindings({ report }: { report: SyncReport }) {
  const { t } = useText();
  const { looked, retried, held, found, healed, unknown, venuesDone } = report;
  const changed = report.marked + report.resolved;
  const sentences = [
    t('sync.looked', { looked, changed }),
    ...(retried > 0 ? [t('sync.retried', { count: retried })] : []),
    ...(venuesDone > 0 ? [t('sync.held', { held, found, healed })] : []),
    ...(unknown > 0 ? [t('sync.unknown', { count: unknown })] : []),
  ];
  return (
    <ul>
      {sentences.map((sentence) => (
        <Typography key={sentence} tag="li">
          {sentence}
        </Typography>
      ))}
    </ul>
  );
}
