import { Box, Field, Flex, IconButton, TextInput } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { styled } from 'styled-components';
import { useColorScheme } from '../../components/use-color-scheme';
import { useText } from '../../components/use-text';
import { endsNextDay, startingAt } from './timetable/timetable';
import type { Slot } from './timetable/timetable';
import { WeekdayChoice } from './WeekdayChoice';

/** Start, end and the bin in one line where there is room, else wrapped. */
const Line = styled(Flex)`
  flex-wrap: wrap;
  align-items: flex-start;
  row-gap: 0.4rem;
  column-gap: 1.6rem;
  padding-top: 1.2rem;
`;

/** As wide as a time with its half of the day needs. */
const Time = styled(Box)`
  flex: 0 1 16rem;
  min-width: 14.8rem;
`;

/** The bin stands beside the fields, not beside their labels. */
const Bin = styled(Box)`
  align-self: flex-start;
  padding-top: 2.2rem;
`;

interface Props {
  slot: Slot;
  number: number;
  /** what is wrong with a field of it */
  problem: (field: string) => string | undefined;
  disabled: boolean;
  change: (slot: Slot) => void;
  remove: () => void;
}

/** One time of the day, on the days of the week that are ticked. */
export function SlotFields({ slot, number, problem, disabled, change, remove }: Props) {
  const { t } = useText();
  const { weekdays, start, end } = slot;
  return (
    <Box
      role="group"
      aria-label={t('dates.slot', { number })}
      borderStyle="solid"
      borderWidth="0 0 1px 0"
      borderColor="neutral150"
      paddingBottom={4}
      style={{ colorScheme: useColorScheme() }}
    >
      <WeekdayChoice
        weekdays={weekdays}
        error={problem('weekdays')}
        disabled={disabled}
        choose={(chosen) => change({ ...slot, weekdays: chosen })}
      />
      <Line>
        <Time>
          <Field.Root required error={problem('start')}>
            <Field.Label>{t('dates.start')}</Field.Label>
            <TextInput
              type="time"
              value={start}
              disabled={disabled}
              onChange={({ currentTarget }) => change(startingAt(slot, currentTarget.value))}
            />
            <Field.Error />
          </Field.Root>
        </Time>
        <Time>
          <Field.Root
            required
            error={problem('end')}
            hint={endsNextDay(slot) ? t('dates.nextDay') : undefined}
          >
            <Field.Label>{t('dates.end')}</Field.Label>
            <TextInput
              type="time"
              value={end}
              disabled={disabled}
              onChange={({ currentTarget }) => change({ ...slot, end: currentTarget.value })}
            />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
        </Time>
        {!disabled && (
          <Bin>
            <IconButton label={t('dates.removeSlot', { number })} onClick={remove}>
              <Trash />
            </IconButton>
          </Bin>
        )}
      </Line>
    </Box>
  );
}
