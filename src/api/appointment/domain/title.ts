/**
 * The name under which staff meet an appointment in lists and pickers, such as
 * `Zumba · 2026-12-01 18:30`, in the venue's zone.
 */
export function titleOf(activity: string, startsAt: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(startsAt);
  return `${activity} · ${parts}`;
}
