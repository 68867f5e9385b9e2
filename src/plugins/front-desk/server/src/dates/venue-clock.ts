import type { Knex } from '../venue';

/** By which clock times are meant; null where several venues could be. */
export interface VenueClock {
  /** IANA, such as Europe/Amsterdam */
  timeZone: string | null;
}

/** An entry of the content manager, by its document's id. */
export interface Entry {
  venue?: string | undefined;
  activity?: string | undefined;
  appointment?: string | undefined;
  booking?: string | undefined;
}

interface ZoneRow {
  time_zone: string;
}

function zones(knex: Knex) {
  return knex('venues').whereNotNull('time_zone').distinct('time_zone').limit(2);
}

/** The zones of the venues to which an entry can belong. */
function zonesOf(knex: Knex, { venue, activity, appointment, booking }: Entry) {
  if (venue !== undefined) return zones(knex).where({ document_id: venue });
  const of = (table: string, documentId: string) =>
    zones(knex).whereIn(
      'document_id',
      knex(table).where({ document_id: documentId }).select('venue_key'),
    );
  if (activity !== undefined) return of('activities', activity);
  if (appointment !== undefined) return of('appointments', appointment);
  if (booking === undefined) return null;
  const booked = knex('bookings').where({ document_id: booking }).select('appointment_key');
  return zones(knex).whereIn(
    'document_id',
    knex('appointments').whereIn('document_id', booked).select('venue_key'),
  );
}

/**
 * The clock of an entry's venue. Of an entry that has no venue yet, the clock that all venues
 * share, if they share one.
 */
export async function readClock(knex: Knex, entry: Entry): Promise<VenueClock> {
  const own = ((await zonesOf(knex, entry)) ?? []) as ZoneRow[];
  const found = own.length > 0 ? own : ((await zones(knex)) as ZoneRow[]);
  const [first] = found;
  return { timeZone: first && found.length === 1 ? first.time_zone : null };
}
