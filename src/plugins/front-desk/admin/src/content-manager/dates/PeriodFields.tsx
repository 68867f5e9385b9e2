import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useId } from 'react';
import { useText } from '../../components/use-text';
import { EndFields } from './EndFields';
import { LeftOutDays } from './LeftOutDays';
import { OwnValues } from './OwnValues';
import { SlotFields } from './SlotFields';
import { slotAfter } from './timetable/timetable';
import type { Period, Slot } from './timetable/timetable';
import { useProblem } from './use-problem';
import type { Problems } from './timetable/problems';

interface Props {
  period: Period;
  /** what it is called where there are several */
  number: number | null;
  /** where it stands, for its problems */
  place: string;
  problems: Problems;
  showsMissing: boolean;
  disabled: boolean;
  change: (period: Period) => void;
  remove: () => void;
}

/** Slots that begin and end together: when they take place, from when, until when, when not. */
export function PeriodFields(props: Props) {
  const { period, number, place, problems, showsMissing, disabled, change, remove } = props;
  const { t } = useText();
  const id = useId();
  const problem = useProblem(problems, showsMissing);
  const { slots } = period;

  function title(): string {
    if (number !== null) return t('dates.period', { number });
    const weeks = period.everyWeeks ?? 1;
    return weeks === 1 ? t('dates.slots') : t('dates.slotsEvery', { weeks });
  }

  function changeSlot(index: number, slot: Slot | null) {
    const left = slots.flatMap((one, at) => (at !== index ? [one] : slot ? [slot] : []));
    if (left.length === 0) remove();
    else change({ ...period, slots: left });
  }

  return (
    <Box
      role="group"
      aria-labelledby={id}
      hasRadius
      borderColor="neutral200"
      padding={{ initial: 3, medium: 4 }}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" alignItems="center">
          <Typography id={id} variant="pi" fontWeight="bold" tag="h3">
            {title()}
          </Typography>
          {number !== null && !disabled && (
            <IconButton label={t('dates.removePeriod', { number })} onClick={remove}>
              <Trash />
            </IconButton>
          )}
        </Flex>
        {slots.map((slot, index) => (
          <SlotFields
            // A slot is known by its place: nothing of it is of its own.
            key={index}
            slot={slot}
            number={index + 1}
            problem={(field) => problem(`${place}.${index}.${field}`)}
            disabled={disabled}
            change={(changed) => changeSlot(index, changed)}
            remove={() => changeSlot(index, null)}
          />
        ))}
        {!disabled && (
          <Flex>
            <Button
              variant="secondary"
              startIcon={<Plus aria-hidden />}
              onClick={() => change({ ...period, slots: [...slots, slotAfter(slots)] })}
            >
              {t('dates.addSlot')}
            </Button>
          </Flex>
        )}
        <OwnValues values={period.values} />
        <EndFields
          period={period}
          problem={(field) => problem(`${place}.${field}`)}
          disabled={disabled}
          change={change}
        />
        <LeftOutDays period={period} disabled={disabled} change={change} />
      </Flex>
    </Box>
  );
}
