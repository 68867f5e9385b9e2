/**
 * Instants as the contract writes them, found without the plugin's own code: the wall time that
 * `Intl` shows in the zone, and the offset as its distance from UTC.
 */

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    // Swedish writes a date as ISO 8601 does, with a blank in place of the T.
    clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** `2027-03-28T09:30:00+02:00`; fractions of a second are cut off. */
export function onTheWall(instant: Date, timeZone: string): string {
  const wall = clockOf(timeZone).format(instant).replace(' ', 'T');
  const whole = Math.floor(instant.getTime() / 1000) * 1000;
  const minutes = Math.round((Date.parse(`${wall}Z`) - whole) / 60_000);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${wall}${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}
