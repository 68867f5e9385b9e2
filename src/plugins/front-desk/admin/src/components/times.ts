import { useMemo } from 'react';
import { useIntl } from 'react-intl';

/** Twenty-four hours and day before month everywhere: English is read in Europe here. */
export function regionOf(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

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
    const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
    const span = (from: string, to: string | null) =>
      [from, to].flatMap((at) => (at === null ? [] : [write(at, CLOCK)])).join('–');
    return {
      /** `Mon 30 Nov, 18:30` */
      dayAndTime: (instant: string) => write(instant, { ...day, ...CLOCK }),
      /** `Mon 30 Nov, 18:30–19:30` */
      daySpan: (from: string, to: string | null) => `${write(from, day)}, ${span(from, to)}`,
      /** `18:30`, or `18:30–19:30` where the end is known */
      span,
    };
  }, [locale, timeZone]);
}
