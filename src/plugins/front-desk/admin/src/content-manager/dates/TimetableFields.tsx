import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useText } from '../../components/use-text';
import { dayIn } from '../../components/days';
import { PeriodFields } from './PeriodFields';
import { problemsOf } from './timetable/problems';
import { firstPeriod, nextPeriod } from './timetable/timetable';
import type { Period, Timetable } from './timetable/timetable';

interface Props {
  timetable: Timetable;
  /** null where it is not known yet */
  timeZone: string | null;
  disabled: boolean;
  /** whether to say what is missing, which nobody wants to hear before having entered it */
  showsMissing: boolean;
  change: (timetable: Timetable) => void;
}

/** The weekly slots of an activity, period by period. */
export function TimetableFields({ timetable, timeZone, disabled, showsMissing, change }: Props) {
  const { t } = useText();
  const problems = problemsOf(timetable);
  const last = timetable.at(-1);

  function changeOne(index: number, period: Period | null) {
    change(timetable.flatMap((one, at) => (at !== index ? [one] : period ? [period] : [])));
  }

  function add() {
    const today = dayIn(new Date(), timeZone ?? 'UTC');
    change([...timetable, last ? nextPeriod(last) : firstPeriod(today)]);
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {!last && <Typography>{t('dates.none')}</Typography>}
      {timetable.map((period, index) => (
        <PeriodFields
          // A period is known by its place: nothing of it is of its own.
          key={index}
          period={period}
          number={timetable.length > 1 ? index + 1 : null}
          place={String(index)}
          problems={problems}
          showsMissing={showsMissing}
          disabled={disabled}
          change={(changed) => changeOne(index, changed)}
          remove={() => changeOne(index, null)}
        />
      ))}
      {!disabled && (
        <Flex>
          <Button
            variant={last ? 'tertiary' : 'secondary'}
            startIcon={<Plus aria-hidden />}
            onClick={add}
          >
            {t(last ? 'dates.addPeriod' : 'dates.addFirst')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
