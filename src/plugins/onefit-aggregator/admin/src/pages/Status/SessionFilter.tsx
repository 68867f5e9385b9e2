import {
  Box,
  Button,
  Flex,
  Searchbar,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { SessionPage, SessionStanding, StandingReason } from '../../api/sessions';
import { STANDINGS } from '../../components/session-standing';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';
import type { SessionChoice } from './use-session-list';

const STATES: Array<SessionStanding | undefined> = [
  undefined,
  'on_onefit',
  'waiting',
  'needs_attention',
  'not_offered',
];

/** Why something may not be offered; what is over is not listed. */
const NOT_OFFERED: Array<{ reason: StandingReason; text: TextKey }> = [
  { reason: 'rule_off', text: 'filter.ruleOff' },
  { reason: 'not_ordered', text: 'filter.notOrdered' },
  { reason: 'cancelled', text: 'filter.cancelled' },
];

const ANY = 'any';

interface Props {
  choice: SessionChoice;
  change: (part: Partial<SessionChoice>) => void;
  counts: SessionPage['counts'] | undefined;
  /** what can be done with all of them */
  children: ReactNode;
}

/** Which appointments are listed: by where they stand, why they are not offered, and by name. */
export function SessionFilter({ choice, change, counts, children }: Props) {
  const { t } = useText();
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  const label = (state: SessionStanding | undefined) => {
    const count = state ? counts?.[state] : all;
    const word = t(state ? STANDINGS[state].word : 'sessions.all');
    return count === undefined || choice.reason ? word : `${word} (${count})`;
  };
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
      <Flex gap={3} wrap="wrap">
        <Flex gap={1} wrap="wrap" role="group" aria-label={t('sessions.filter')}>
          {STATES.map((state) => (
            <Button
              key={state ?? 'all'}
              type="button"
              variant={state === choice.state ? 'secondary' : 'tertiary'}
              aria-pressed={state === choice.state}
              onClick={() => change({ state, reason: undefined })}
            >
              {label(state)}
            </Button>
          ))}
        </Flex>
        {choice.state === 'not_offered' && (
          <SingleSelect
            size="S"
            aria-label={t('filter.reason')}
            value={choice.reason ?? ANY}
            onChange={(value) => {
              const chosen = NOT_OFFERED.find(({ reason }) => reason === value);
              change({ reason: chosen?.reason });
            }}
          >
            <SingleSelectOption value={ANY}>{t('filter.anyReason')}</SingleSelectOption>
            {NOT_OFFERED.map(({ reason, text }) => (
              <SingleSelectOption key={reason} value={reason}>
                {t(text)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        )}
      </Flex>
      <Flex gap={3} wrap="wrap">
        <Box width="26rem" maxWidth="100%">
          <Searchbar
            name="search"
            size="S"
            clearLabel={t('sessions.clearSearch')}
            placeholder={t('sessions.search')}
            value={choice.search}
            onChange={({ currentTarget }) => change({ search: currentTarget.value })}
            onClear={() => change({ search: '' })}
          >
            {t('sessions.search')}
          </Searchbar>
        </Box>
        {children}
      </Flex>
    </Flex>
  );
}
