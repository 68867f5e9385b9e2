/** How many months back can be chosen. */
const MONTHS = 24;

/** The month of a zone at an instant, `2026-11`. */
function monthAt(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' }).format(
    instant,
  );
}

/** The months that can be chosen, this one first. */
export function recentMonths(now: Date, timeZone: string): string[] {
  const [year = 0, month = 0] = monthAt(now, timeZone).split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

/** `November 2026`, in the reader's language. */
export function monthName(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
}
