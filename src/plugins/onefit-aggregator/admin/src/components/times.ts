import { useMemo } from 'react';
import { useIntl } from 'react-intl';

/** Twenty-four hours and day before month everywhere: English is read in Europe here. */
function regionOf(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

/** The zone of whoever reads, for what belongs to no venue. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * Writes instants in a venue's zone and the reader's language.
 *
 * @param timeZone IANA, e.g. `Europe/Amsterdam`
 */
export function useTimes(timeZone: string) {
  const { locale } = useIntl();
  return useMemo(() => {
    const write = (instant: string, options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(regionOf(locale), { timeZone, ...options }).format(new Date(instant));
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    return {
      /** `Mon 30 Nov, 18:30` */
      dayAndTime: (instant: string) =>
        write(instant, { weekday: 'short', day: 'numeric', month: 'short', ...clock }),
      /** `Mon 30 Nov, 18:30:07` */
      dayAndSecond: (instant: string) =>
        write(instant, {
          ...{ weekday: 'short', day: 'numeric', month: 'short' },
          ...{ ...clock, second: '2-digit' },
        }),
      /** `30 November 2026` */
      date: (instant: string) => write(instant, { day: 'numeric', month: 'long', year: 'numeric' }),
      /** `18:30`; with the seconds where they matter */
      time: (instant: string, seconds = false) =>
        write(instant, seconds ? { ...clock, second: '2-digit' } : clock),
    };
  }, [locale, timeZone]);
}
