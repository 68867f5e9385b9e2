import { Box, Field, Flex, NumberInput, Radio, TextInput, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { useIntl } from 'react-intl';
import { useColorScheme } from '../../components/use-color-scheme';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';
import { Columns } from './Columns';
import type { End, Period } from './timetable/timetable';

const KINDS: Array<{ kind: End['kind']; label: TextKey }> = [
  { kind: 'never', label: 'dates.never' },
  { kind: 'until', label: 'dates.until' },
  { kind: 'count', label: 'dates.count' },
];

/** An end of this kind to begin with. */
function endOf(kind: End['kind']): End {
  if (kind === 'until') return { kind, day: '' };
  return kind === 'count' ? { kind, count: null } : { kind };
}

interface Props {
  period: Period;
  /** what is wrong with a field of it */
  problem: (field: string) => string | undefined;
  disabled: boolean;
  change: (period: Period) => void;
}

/** From which day on, every how many weeks, and until when. */
export function EndFields({ period, problem, disabled, change }: Props) {
  const { t } = useText();
  const { locale } = useIntl();
  const id = useId();
  const { firstDay, everyWeeks, end } = period;
  const setEnd = (changed: End) => change({ ...period, end: changed });
  return (
    <Flex direction="column" alignItems="stretch" gap={4} style={{ colorScheme: useColorScheme() }}>
      <Columns>
        <Field.Root required error={problem('firstDay')}>
          <Field.Label>{t('dates.firstDay')}</Field.Label>
          <TextInput
            type="date"
            value={firstDay}
            disabled={disabled}
            onChange={({ currentTarget }) => change({ ...period, firstDay: currentTarget.value })}
          />
          <Field.Error />
        </Field.Root>
        <Field.Root required error={problem('everyWeeks')} hint={t('dates.everyWeeksHelp')}>
          <Field.Label>{t('dates.everyWeeks')}</Field.Label>
          <NumberInput
            locale={locale}
            disabled={disabled}
            value={everyWeeks ?? undefined}
            onValueChange={(weeks) => change({ ...period, everyWeeks: weeks ?? null })}
          />
          <Field.Error />
          <Field.Hint />
        </Field.Root>
      </Columns>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography variant="pi" fontWeight="bold" id={id} textColor="neutral800">
          {t('dates.ends')}
        </Typography>
        <Radio.Group
          aria-labelledby={id}
          value={end.kind}
          disabled={disabled}
          onValueChange={(kind) => setEnd(endOf(kind as End['kind']))}
        >
          <Flex wrap="wrap" gap={4}>
            {KINDS.map(({ kind, label }) => (
              <Radio.Item key={kind} value={kind}>
                {t(label)}
              </Radio.Item>
            ))}
          </Flex>
        </Radio.Group>
        {end.kind !== 'never' && (
          <Box maxWidth="28rem" paddingTop={2}>
            <Field.Root
              required
              error={problem('end')}
              hint={end.kind === 'count' ? t('dates.timesHelp') : undefined}
            >
              <Field.Label>{t(end.kind === 'count' ? 'dates.times' : 'dates.lastDay')}</Field.Label>
              {end.kind === 'until' ? (
                <TextInput
                  type="date"
                  value={end.day}
                  disabled={disabled}
                  onChange={({ currentTarget }) =>
                    setEnd({ kind: 'until', day: currentTarget.value })
                  }
                />
              ) : (
                <NumberInput
                  locale={locale}
                  disabled={disabled}
                  value={end.count ?? undefined}
                  onValueChange={(count) => setEnd({ kind: 'count', count: count ?? null })}
                />
              )}
              <Field.Error />
              <Field.Hint />
            </Field.Root>
          </Box>
        )}
      </Flex>
    </Flex>
  );
}
