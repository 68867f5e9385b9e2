import { randomUUID } from 'node:crypto';
import { writeActivities } from '../activity-log/write';
import { linkLost, reconcileSoon, SOUND } from '../outbound/connection';
import type { LinkRow } from '../outbound/connection';
import { markVenue } from '../outbound/mark';
import { VENUE_LINKS } from '../tables';
import type { Trx } from '../venue/ports';
import { noteNotice } from './notices';

function log(trx: Trx, kind: 'venue_linked' | 'venue_unlinked', venue: string, now: Date) {
  return writeActivities(trx, [{ kind, outcome: 'done', source: 'onefit', venue }], now);
}

/**
 * Links a venue with Onefit, inside the caller's transaction. What waited becomes due, and Onefit
 * gets everything once more when it knows the venue by another id, since it then holds nothing.
 * The same link again changes nothing but that a lost one works again. Either way Onefit is soon
 * asked what it holds.
 */
export async function linkVenue(
  trx: Trx,
  venueKey: string,
  onefitVenueId: string,
  now: Date,
): Promise<Date> {
  const row: unknown = await trx(VENUE_LINKS).where({ venue_key: venueKey }).first('*');
  const known = row as LinkRow | undefined;
  if (known?.onefit_venue_id === onefitVenueId) {
    // Whoever lost the link may have lost more.
    const again = linkLost(known) ? { ...SOUND, reconcile_at: reconcileSoon(now) } : SOUND;
    await trx(VENUE_LINKS).where({ id: known.id }).update(again);
    return new Date(known.linked_at);
  }
  const link = {
    ...SOUND,
    onefit_venue_id: onefitVenueId,
    linked_at: now,
    working_since: now,
    updated_at: now,
    reconcile_at: reconcileSoon(now),
  };
  if (known) {
    await trx(VENUE_LINKS).where({ id: known.id }).update(link);
  } else {
    await trx(VENUE_LINKS).insert({
      ...link,
      document_id: randomUUID(),
      created_at: now,
      published_at: now,
      venue_key: venueKey,
    });
  }
  await markVenue(trx, venueKey, now);
  await log(trx, 'venue_linked', venueKey, now);
  await noteNotice(trx, 'venue_linked', venueKey, now, now);
  return now;
}

/** Ends a link: sending stops, bookings stay. None to end is fine. */
export async function unlinkVenue(trx: Trx, venueKey: string, now: Date): Promise<void> {
  const ended: number = await trx(VENUE_LINKS).where({ venue_key: venueKey }).delete();
  if (ended > 0) await log(trx, 'venue_unlinked', venueKey, now);
}
