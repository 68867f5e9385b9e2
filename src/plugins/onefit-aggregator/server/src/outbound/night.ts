import { createHash } from 'node:crypto';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** From 01:00 UTC on, four hours long: the quiet of every European night. */
const BEGINS_MS = 60 * MINUTE_MS;
const MINUTES = 4 * 60;

/** A venue's own minute of the night, always the same, so that venues do not ask all at once. */
function offsetMs(venueKey: string): number {
  const dice = createHash('sha256').update(venueKey).digest().readUInt32BE(0);
  return BEGINS_MS + (dice % MINUTES) * MINUTE_MS;
}

/** When a venue is next reconciled by night: its own minute, after `now`. */
export function nextNight(venueKey: string, now: Date): Date {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS + offsetMs(venueKey);
  return new Date(today > now.getTime() ? today : today + DAY_MS);
}
