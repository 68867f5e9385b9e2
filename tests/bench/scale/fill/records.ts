import type { Knex } from 'knex';
import { toBookingOutcome } from '../../../../src/plugins/onefit-aggregator/server/src/wire/booking';
import { toSession } from '../../../../src/plugins/onefit-aggregator/server/src/wire/session';
import { dialectOf, documentColumns, insertSelect } from '../../fill/series';
import { PROFILE } from '../profile';
import { KEYS } from './places';

/** A version as the clock gives it: seconds since 2025. */
const VERSION = 60_000_000;
const ID = 'x'.repeat(24);

/** Text for SQL that stands around an id. */
function around(payload: object): string {
  const text = JSON.stringify(payload).replaceAll("'", "''");
  return `replace('${text}', '${ID}', d.document_id)`;
}

/** What Onefit was told of a session, as long as the real ones. */
function sentSession(now: Date): string {
  const hour = 60 * 60 * 1000;
  const before = (hours: number) => new Date(now.getTime() - hours * hour);
  return around(
    toSession(
      {
        id: ID,
        state: 'scheduled',
        offered: true,
        class: { id: ID, name: 'Circuit Training', kind: 'class', description: null },
        startsAt: now,
        endsAt: before(-1),
        timeZone: PROFILE.timeZone,
        room: null,
        teacher: null,
        capacity: PROFILE.capacity,
        booked: PROFILE.bookings,
        bookedByAggregator: 3,
        spotLimit: null,
        bookingOpensAt: null,
        bookingClosesAt: before(1),
        lateCancelAt: before(8),
        cancelledAt: null,
        cancellationReason: null,
      },
      VERSION,
    ),
  );
}

function sentOutcome(now: Date): string {
  const outcome = { id: `of-${ID}`, sessionId: ID, status: 'checked_in', modifiedAt: now } as const;
  return around(toBookingOutcome(outcome, VERSION));
}

function columns(kind: 'session' | 'booking', acknowledged: string | null, now: Date) {
  const { at, randomId } = dialectOf('postgres');
  return {
    document_id: randomId,
    ...documentColumns(at(now, '0')),
    kind: `'${kind}'`,
    subject: 'd.document_id',
    venue_key: KEYS.venue('d.v'),
    urgent: 'false',
    desired_version: String(VERSION),
    acknowledged_version: acknowledged === null ? '0' : String(VERSION),
    refused_version: '0',
    attempts: '0',
    desired_at: at(now, '0'),
    ...(acknowledged === null
      ? {}
      : {
          acknowledged_at: at(now, '0'),
          sent_payload: acknowledged,
          ...(kind === 'session'
            ? { fingerprint: 'md5(d.document_id) || md5(d.document_id)' }
            : {}),
        }),
  };
}

/**
 * What Onefit was told of what is past, and what it is still to be told of what is to come: the
 * outbound engine sends that, so that what stands in those records is its own.
 */
export async function insertRecords(trx: Knex, now: Date): Promise<void> {
  const table = 'onefit_sync_records';
  const session = columns('session', sentSession(now), now);
  await insertSelect(trx, table, session, 'FROM an_appointment d WHERE d.past');
  const due = columns('session', null, now);
  await insertSelect(trx, table, due, 'FROM an_appointment d WHERE NOT d.past ORDER BY d.n');
  await insertSelect(
    trx,
    table,
    columns('booking', sentOutcome(now), now),
    "FROM a_booking d WHERE d.by_onefit AND d.state IN ('checked_in', 'no_show')",
  );
}

interface Entries {
  kind: string;
  source: string;
  at: string;
  facts?: Record<string, string>;
  from: string;
}

const SENT = `'{"sent":1,"accepted":1,"stale":0,"rejected":0}'`;

/** What the activity log is told of a venue: each of Onefit's deeds, each batch, each comparison. */
function entries(historyWeeks: number, now: Date): Entries[] {
  const { at } = dialectOf('postgres');
  const night = at(now, '-i * 24 * 60');
  const byBooking = (at: string, when: string) => ({ at, from: `FROM a_booking d WHERE ${when}` });
  const deed = { appointment_key: 'd.appointment_key', booking_id: "'of-' || d.document_id" };
  return [
    {
      kind: 'booking_made',
      source: 'onefit',
      facts: deed,
      ...byBooking('booked_at', 'by_onefit'),
    },
    {
      kind: 'booking_cancelled',
      source: 'onefit',
      facts: deed,
      ...byBooking('settled_at', "by_onefit AND state = 'cancelled'"),
    },
    // Every booking and cancellation, Onefit's or own, changes what a session has left.
    { kind: 'sessions_sent', source: 'clock', ...byBooking('booked_at', 'true') },
    { kind: 'sessions_sent', source: 'clock', ...byBooking('settled_at', "state = 'cancelled'") },
    {
      kind: 'outcomes_sent',
      source: 'clock',
      at: 'd.ends_at',
      from: 'FROM an_appointment d WHERE d.past',
    },
    {
      kind: 'reconciled',
      source: 'clock',
      at: night,
      from: `FROM (SELECT DISTINCT v FROM an_appointment) d, generate_series(1, ${historyWeeks * 7}) i`,
    },
  ];
}

/**
 * The activity log: of the history as far as it is kept, 90 days, and once more a whole day that is
 * older, which is what a night has to forget.
 */
export async function insertLog(trx: Knex, historyWeeks: number, now: Date): Promise<void> {
  const { at, randomId } = dialectOf('postgres');
  const table = 'onefit_activity_log';
  for (const { kind, source, at: when, facts, from } of entries(historyWeeks, now)) {
    await insertSelect(
      trx,
      table,
      {
        document_id: randomId,
        ...documentColumns(when),
        at: when,
        kind: `'${kind}'`,
        outcome: "'done'",
        source: `'${source}'`,
        venue_key: KEYS.venue('d.v'),
        counts: kind.endsWith('_sent') ? SENT : 'NULL',
        ...facts,
      },
      from,
    );
  }
  await trx(table)
    .where('at', '<', trx.raw(at(now, `-${90 * 24 * 60}`)))
    .delete();
  await trx.raw(
    `INSERT INTO ${table} (document_id, created_at, updated_at, published_at, at, kind, outcome, source,
       venue_key, counts, appointment_key, booking_id)
     SELECT ${randomId}, at, at, at, at - interval '90 days', kind, outcome, source,
       venue_key, counts, appointment_key, booking_id
     FROM ${table} WHERE at BETWEEN ${at(now, String(-8 * 24 * 60))} AND ${at(now, String(-1 * 24 * 60))}
       AND id % 7 = 0`,
  );
}
