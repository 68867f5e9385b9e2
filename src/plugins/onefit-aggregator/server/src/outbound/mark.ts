import { activeOrder } from '../market/active-order';
import { SYNC_RECORDS } from '../tables';
import type { BookingRow, Change, Trx } from '../venue/ports';
import { leastVersion } from './version';

/** Subjects in one statement; stays below SQLite's limit of bound values. */
const CHUNK = 400;

function chunks<Item>(items: Item[]): Item[][] {
  const pieces: Item[][] = [];
  for (let start = 0; start < items.length; start += CHUNK) {
    pieces.push(items.slice(start, start + CHUNK));
  }
  return pieces;
}

const NEW_RECORD = [
  'document_id',
  'created_at',
  'updated_at',
  'published_at',
  'kind',
  'subject',
  'venue_key',
  'urgent',
  'desired_version',
  'acknowledged_version',
  'refused_version',
  'attempts',
  'desired_at',
];

/** Above what it was, and at least what the clock says. */
const NEXT_VERSION = 'CASE WHEN desired_version >= ? THEN desired_version + 1 ELSE ? END';

/** The same where a row is written that may be there already. */
const RAISED = NEXT_VERSION.replaceAll('desired_version', `${SYNC_RECORDS}.desired_version`);

/** Cancellations go before all else. */
const IS_URGENT =
  "(EXISTS (SELECT 1 FROM appointments WHERE document_id = subject AND state = 'cancelled'))";

/** Raises the desired version of the records there are; gives how many there were. */
async function raise(trx: Trx, subjects: string[], now: Date): Promise<number> {
  const least = leastVersion(now);
  return trx(SYNC_RECORDS)
    .where({ kind: 'session' })
    .whereIn('subject', subjects)
    .update({
      desired_version: trx.raw(NEXT_VERSION, [least, least]),
      urgent: trx.raw(IS_URGENT),
      desired_at: now,
    });
}

/** The same for one record, to be written by whoever changes its appointment. */
export function raising(subject: string, now: Date): Change {
  const least = leastVersion(now);
  return {
    name: 'onefit-mark',
    sql: `UPDATE ${SYNC_RECORDS}
    SET desired_version = ${NEXT_VERSION}, urgent = ${IS_URGENT}, desired_at = ?
    WHERE kind = 'session' AND subject = ?`,
    bindings: [least, least, now, subject],
  };
}

/**
 * Starts records for appointments that are offered for the first time; none without an order. Where
 * another transaction has started one meanwhile, that one is raised: what is marked here may be news to it.
 */
async function startSessions(trx: Trx, subjects: string[], now: Date): Promise<void> {
  if ((await activeOrder(trx)) === null) return;
  const least = leastVersion(now);
  const offered = trx({ offered: 'appointments' })
    .whereIn('offered.document_id', subjects)
    .where({ 'offered.aggregator_allowed': true, 'offered.state': 'scheduled' })
    .where('offered.ends_at', '>', now)
    // What is visible has been raised just now; only what is not yet meets ON CONFLICT below. SQLite has
    // one writer, so there nothing does, and Knex writes no such clause.
    .whereNotExists(
      trx({ known: SYNC_RECORDS })
        .select('known.id')
        .where('known.kind', 'session')
        .whereRaw('known.subject = offered.document_id'),
    )
    .select(
      'offered.document_id',
      trx.raw('?', [now]),
      trx.raw('?', [now]),
      trx.raw('?', [now]),
      trx.raw("'session'"),
      'offered.document_id',
      'offered.venue_key',
      trx.raw('(1 = 0)'),
      trx.raw(String(least)),
      trx.raw('0'),
      trx.raw('0'),
      trx.raw('0'),
      trx.raw('?', [now]),
    );
  const columns = NEW_RECORD.map(() => '??').join(', ');
  await trx(trx.raw(`?? (${columns})`, [SYNC_RECORDS, ...NEW_RECORD]))
    .insert(offered)
    .onConflict(['subject', 'kind'])
    .merge({ desired_version: trx.raw(RAISED, [least, least]), desired_at: now });
}

/**
 * Marks appointments for Onefit, inside the transaction that changes them: a handful of statements
 * however many there are. What was never offered gets no record, so it is never mentioned.
 */
export async function markSessions(trx: Trx, documentIds: string[], now: Date): Promise<void> {
  for (const subjects of chunks(documentIds)) {
    const raised = await raise(trx, subjects, now);
    if (raised < subjects.length) await startSessions(trx, subjects, now);
  }
}

/** Marks everything that a venue offers or ever offered and that is not over yet. */
export async function markVenue(trx: Trx, venueKey: string | null, now: Date): Promise<void> {
  const query = trx('appointments').where('ends_at', '>', now).select('document_id');
  if (venueKey !== null) query.where({ venue_key: venueKey });
  const rows = (await query) as Array<{ document_id: string }>;
  await markSessions(
    trx,
    rows.map((row) => row.document_id),
    now,
  );
}

/** Marks what the venue did to Onefit's bookings: cancelled with the appointment, present, absent. */
export async function markOutcomes(trx: Trx, bookings: BookingRow[], now: Date): Promise<void> {
  const least = leastVersion(now);
  for (const part of chunks(bookings)) {
    await trx(SYNC_RECORDS)
      .insert(
        part.map((booking) => ({
          document_id: booking.document_id,
          created_at: now,
          updated_at: now,
          published_at: now,
          kind: 'booking',
          subject: booking.document_id,
          venue_key: booking.venue_key,
          urgent: false,
          desired_version: 0,
          acknowledged_version: 0,
          refused_version: 0,
          attempts: 0,
          desired_at: now,
        })),
      )
      .onConflict(['subject', 'kind'])
      .ignore();
    await trx(SYNC_RECORDS)
      .where({ kind: 'booking' })
      .whereIn(
        'subject',
        part.map((booking) => booking.document_id),
      )
      .update({
        desired_version: trx.raw(
          `CASE WHEN desired_version >= ${least} THEN desired_version + 1 ELSE ${least} END`,
        ),
        urgent: trx.raw(
          "(EXISTS (SELECT 1 FROM bookings WHERE document_id = subject AND state = 'cancelled_by_venue'))",
        ),
        desired_at: now,
      });
  }
}
