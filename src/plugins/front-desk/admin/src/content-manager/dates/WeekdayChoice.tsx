import { Checkbox, Field, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { useIntl } from 'react-intl';
import { regionOf } from '../../components/times';
import { useText } from '../../components/use-text';

/** Any Monday does. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 24 * 60 * 60 * 1000;

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** `Mon` and `Monday` of 1, in the language of the panel. */
function useWeekdayNames() {
  const { locale } = useIntl();
  const write = (weekday: number, length: 'short' | 'long') =>
    new Intl.DateTimeFormat(regionOf(locale), { weekday: length, timeZone: 'UTC' }).format(
      A_MONDAY + (weekday - 1) * DAY_MS,
    );
  return (weekday: number) => ({ short: write(weekday, 'short'), long: write(weekday, 'long') });
}

interface Props {
  weekdays: number[];
  error: string | undefined;
  disabled: boolean;
  choose: (weekdays: number[]) => void;
}

/** The days of the week of a slot, each to be ticked. */
export function WeekdayChoice({ weekdays, error, disabled, choose }: Props) {
  const { t } = useText();
  const id = useId();
  const nameOf = useWeekdayNames();

  function tick(weekday: number, ticked: boolean) {
    const others = weekdays.filter((one) => one !== weekday);
    choose(ticked ? [...others, weekday].sort() : others);
  }

  return (
    <Field.Root error={error}>
      <Typography variant="pi" fontWeight="bold" id={id} textColor="neutral800">
        {t('dates.days')}
      </Typography>
      <Flex role="group" aria-labelledby={id} wrap="wrap" gap={3} paddingTop={2} paddingBottom={1}>
        {WEEKDAYS.map((weekday) => {
          const { short, long } = nameOf(weekday);
          return (
            <Checkbox
              key={weekday}
              aria-label={long}
              checked={weekdays.includes(weekday)}
              disabled={disabled}
              onCheckedChange={(ticked) => tick(weekday, ticked === true)}
            >
              {short}
            </Checkbox>
          );
        })}
      </Flex>
      <Field.Error />
    </Field.Root>
  );
}
