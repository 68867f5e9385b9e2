import { Box, Button, Field, Flex, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useColorScheme } from '../../components/use-color-scheme';
import { regionOf } from '../../components/times';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';
import { isDay } from './timetable/calendar';
import { leaveOut, leftOutOf, takeBack, takesPlaceOn } from './timetable/left-out';
import type { Period } from './timetable/timetable';

interface Props {
  period: Period;
  disabled: boolean;
  change: (period: Period) => void;
}

/** Days on which a slot would take place and does not, such as holidays. */
export function LeftOutDays({ period, disabled, change }: Props) {
  const { t } = useText();
  const { locale } = useIntl();
  const [day, setDay] = useState('');
  const [problem, setProblem] = useState<TextKey | null>(null);
  const colorScheme = useColorScheme();
  const leftOut = leftOutOf(period);
  if (disabled && leftOut.length === 0) return null;

  const written = new Intl.DateTimeFormat(regionOf(locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

  function add() {
    if (!isDay(day)) return setProblem('dates.firstDayMissing');
    if (!takesPlaceOn(period, day)) return setProblem('dates.notADate');
    setProblem(null);
    setDay('');
    change(leaveOut(period, day));
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={2} style={{ colorScheme }}>
      <Field.Root error={problem ? t(problem) : false} hint={t('dates.leftOutHelp')}>
        <Field.Label>{t('dates.leftOut')}</Field.Label>
        {!disabled && (
          <Flex gap={2} alignItems="flex-start" wrap="wrap">
            <Box maxWidth="28rem">
              <TextInput
                type="date"
                value={day}
                onChange={({ currentTarget }) => {
                  setDay(currentTarget.value);
                  setProblem(null);
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return;
                  event.preventDefault();
                  add();
                }}
              />
            </Box>
            <Button variant="secondary" size="L" onClick={add}>
              {t('dates.leaveOut')}
            </Button>
          </Flex>
        )}
        <Field.Error />
        <Field.Hint />
      </Field.Root>
      {leftOut.length > 0 && (
        <Flex tag="ul" wrap="wrap" gap={2} aria-label={t('dates.leftOut')}>
          {leftOut.map(({ day: out, start }) => {
            const text = `${written.format(Date.parse(out))}, ${start}`;
            return (
              <Flex
                tag="li"
                key={`${out} ${start}`}
                gap={1}
                paddingLeft={3}
                hasRadius
                borderColor="neutral200"
              >
                <Typography>{text}</Typography>
                {!disabled && (
                  <IconButton
                    variant="ghost"
                    label={t('dates.takeBack', { date: text })}
                    onClick={() => change(takeBack(period, out, start))}
                  >
                    <Cross />
                  </IconButton>
                )}
              </Flex>
            );
          })}
        </Flex>
      )}
    </Flex>
  );
}
