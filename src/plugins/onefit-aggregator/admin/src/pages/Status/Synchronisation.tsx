import { Flex, Typography } from '@strapi/design-system';
import type { SyncProgress } from '../../../../shared/synchronise';
import type { VenueStatus } from '../../api/status';
import { Panel } from '../../components/Panel';
import { Progress } from '../../components/Progress';
import { StateWord } from '../../components/StateWord';
import type { Tone } from '../../components/StateWord';
import { ownZone, useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';
import { SyncFailures } from './SyncFailures';
import { SyncFindings } from './SyncFindings';
import type { Sync } from './use-sync';

function wordOf({ state, failures }: SyncProgress): { tone: Tone; word: TextKey } {
  if (state === 'running') return { tone: 'waiting', word: 'sync.state.running' };
  if (state === 'interrupted') return { tone: 'attention', word: 'sync.state.interrupted' };
  if (failures.length > 0) return { tone: 'attention', word: 'sync.state.partly' };
  return { tone: 'good', word: 'sync.state.done' };
}

/** The venues' zone where they share one, the reader's own where not. */
function zoneOf(venues: VenueStatus[]): string {
  const [zone, ...others] = new Set(venues.map(({ timeZone }) => timeZone));
  return zone === undefined || others.length > 0 ? ownZone() : zone;
}

interface Props {
  last: SyncProgress;
  sending: Sync['sending'];
  venues: VenueStatus[];
}

/** The last synchronisation: how far it is, what it found and sent, and what went wrong. */
export function Synchronisation({ last, sending, venues }: Props) {
  const { t } = useText();
  const zone = zoneOf(venues);
  const { dayAndSecond } = useTimes(zone);
  const { tone, word } = wordOf(last);
  const { state, looked, startedAt, finishedAt } = last;
  const step =
    looked === 0
      ? t('sync.looking')
      : t('sync.comparing', { looked, done: last.venuesDone, all: last.venues });
  return (
    <Panel>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between" gap={3} wrap="wrap">
          <Typography variant="delta" tag="h2">
            {t('sync.last')}
          </Typography>
          <StateWord tone={tone}>{t(word)}</StateWord>
        </Flex>
        <Flex direction="column" alignItems="stretch" gap={2} role="status">
          {state === 'running' && (
            <>
              <Typography>{step}</Typography>
              {/* Looking is the first step, each venue one more. */}
              <Progress
                done={looked === 0 ? 0 : 1 + last.venuesDone}
                all={1 + last.venues}
                label={t('sync.last')}
                text={step}
              />
            </>
          )}
          {state === 'interrupted' && <Typography>{t('sync.interrupted')}</Typography>}
          {state === 'done' && <SyncFindings report={last} />}
          {state === 'done' && <SyncFailures failures={last.failures} venues={venues} />}
          {sending && (
            <>
              <Typography>{t('sync.sending', { ...sending })}</Typography>
              <Progress
                {...sending}
                label={t('sync.now')}
                text={t('sync.sending', { ...sending })}
              />
            </>
          )}
        </Flex>
        <Typography variant="pi" textColor="neutral600">
          {finishedAt === null
            ? startedAt && t('sync.since', { at: dayAndSecond(startedAt), zone })
            : t('sync.endedAt', { at: dayAndSecond(finishedAt), zone })}
        </Typography>
      </Flex>
    </Panel>
  );
}
