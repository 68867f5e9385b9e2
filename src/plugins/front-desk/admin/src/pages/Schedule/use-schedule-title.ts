import { useIntl } from 'react-intl';
import { regionOf } from '../../components/times';
import { useText } from '../../components/use-text';
import { weekNumber } from '../../components/days';
import type { Day } from '../../components/days';

/** `Week 49, 30 Nov – 6 Dec 2026 · Europe/Amsterdam`; for one day without the week. */
export function useScheduleTitle(days: Day[], zones: string[]): string {
  const { t } = useText();
  const { locale } = useIntl();
  const first = days[0] ?? '';
  const last = days[days.length - 1] ?? first;
  const format = new Intl.DateTimeFormat(regionOf(locale), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(days.length === 1 && { weekday: 'long' }),
  });
  const dates = format.formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`));
  const span =
    days.length === 1 ? dates : t('schedule.weekSpan', { week: weekNumber(first), dates });
  const zone = zones.length > 0 ? t('common.zone', { zone: zones.join(', ') }) : null;
  return [span, zone].filter(Boolean).join(' · ');
}
