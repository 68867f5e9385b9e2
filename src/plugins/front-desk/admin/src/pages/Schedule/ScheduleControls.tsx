import {
  Box,
  Button,
  DatePicker,
  Field,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import type { Venue } from '../../api/appointments';
import { regionOf } from '../../components/times';
import { useText } from '../../components/use-text';
import { dateOf, dayOfDate } from '../../components/days';
import type { View } from '../../components/days';
import type { ScheduleChoice } from './use-schedule-choice';

const VIEWS: View[] = ['day', 'week'];
const ALL = 'all';

/** Which days, which venue: back, on, today, day or week. */
export function ScheduleControls({ choice, venues }: { choice: ScheduleChoice; venues: Venue[] }) {
  const { t, locale } = useText();
  const { view, day, today, venue, canChooseView, choose, turn } = choice;
  const VIEW_NAMES = { day: t('schedule.day'), week: t('schedule.week') };
  return (
    <Flex gap={3} wrap="wrap" alignItems="center">
      <Flex gap={1}>
        <IconButton label={t('schedule.back')} onClick={() => turn(-1)}>
          <ChevronLeft />
        </IconButton>
        <IconButton label={t('schedule.on')} onClick={() => turn(1)}>
          <ChevronRight />
        </IconButton>
        <Box width="15rem">
          <DatePicker
            size="S"
            aria-label={t('schedule.date')}
            calendarLabel={t('schedule.date')}
            locale={regionOf(locale)}
            value={dateOf(day)}
            onChange={(date) => {
              // It also tells of the day that is shown already, when it loses the focus.
              if (date && dayOfDate(date) !== day) choose({ date: dayOfDate(date) });
            }}
          />
        </Box>
        <Button
          type="button"
          variant="tertiary"
          disabled={day === today}
          onClick={() => choose({ date: '' })}
        >
          {t('schedule.today')}
        </Button>
      </Flex>
      {canChooseView && (
        <Flex gap={1} role="group" aria-label={t('schedule.view')}>
          {VIEWS.map((name) => (
            <Button
              key={name}
              type="button"
              variant={view === name ? 'secondary' : 'tertiary'}
              aria-pressed={view === name}
              onClick={() => choose({ view: name })}
            >
              {VIEW_NAMES[name]}
            </Button>
          ))}
        </Flex>
      )}
      {venues.length > 1 && (
        <Box minWidth="18rem">
          <Field.Root name="venue">
            <SingleSelect
              size="S"
              aria-label={t('schedule.venue')}
              value={venue || ALL}
              onChange={(chosen) => choose({ venue: chosen === ALL ? '' : String(chosen) })}
            >
              <SingleSelectOption value={ALL}>{t('schedule.allVenues')}</SingleSelectOption>
              {venues.map(({ documentId, name }) => (
                <SingleSelectOption key={documentId} value={documentId}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Box>
      )}
    </Flex>
  );
}
