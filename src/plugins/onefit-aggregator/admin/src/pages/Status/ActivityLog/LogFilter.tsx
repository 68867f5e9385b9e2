import { Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { ActivityOutcome } from '../../../../../shared/activity-log';
import { useActivityLog } from '../../../api/activity-log';
import type { ActivityFilter } from '../../../api/activity-log';
import { useFailure } from '../../../api/failure';
import { saveFile } from '../../../components/save-file';
import { useText } from '../../../components/use-text';
import { GROUPS, OUTCOMES } from './kinds';
import { ALL_DAYS } from './use-log-pages';
import type { LogChoice } from './use-log-pages';

const ALL = 'all';
const PERIODS = [1, 7, 30, ALL_DAYS];
const OUTCOME_WORDS = Object.entries(OUTCOMES) as Array<
  [ActivityOutcome, (typeof OUTCOMES)[ActivityOutcome]]
>;

interface Props {
  choice: LogChoice;
  filter: ActivityFilter;
  change: (part: Partial<LogChoice>) => void;
}

/** What of the log is shown, and the same as a file. */
export function LogFilter({ choice, filter, change }: Props) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { csv } = useActivityLog();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);

  async function download() {
    setBusy(true);
    try {
      saveFile(await csv(filter), 'onefit-activity-log.csv');
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
    }
    setBusy(false);
  }

  return (
    <Flex justifyContent="space-between" gap={3} wrap="wrap">
      <Flex gap={2} wrap="wrap">
        <SingleSelect
          size="S"
          aria-label={t('log.what')}
          value={choice.group ?? ALL}
          onChange={(value) => change({ group: value === ALL ? undefined : String(value) })}
        >
          <SingleSelectOption value={ALL}>{t('log.group.all')}</SingleSelectOption>
          {GROUPS.map(({ id, text }) => (
            <SingleSelectOption key={id} value={id}>
              {t(text)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <SingleSelect
          size="S"
          aria-label={t('log.outcome')}
          value={choice.outcome ?? ALL}
          onChange={(value) =>
            change({ outcome: OUTCOME_WORDS.find(([outcome]) => outcome === value)?.[0] })
          }
        >
          <SingleSelectOption value={ALL}>{t('log.outcome.all')}</SingleSelectOption>
          {OUTCOME_WORDS.map(([outcome, { word }]) => (
            <SingleSelectOption key={outcome} value={outcome}>
              {t(word)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <SingleSelect
          size="S"
          aria-label={t('log.period')}
          value={choice.days}
          onChange={(value) => change({ days: Number(value) })}
        >
          {PERIODS.map((days) => (
            <SingleSelectOption key={days} value={days}>
              {t('log.days', { days })}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Flex>
      <Button
        type="button"
        variant="tertiary"
        startIcon={<Download />}
        loading={busy}
        onClick={() => void download()}
      >
        {t('log.csv')}
      </Button>
    </Flex>
  );
}
