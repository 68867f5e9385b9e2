import { activeOrder } from '../market/active-order';
import { instant } from '../venue/ports';
import type { BookingRow, Trx } from '../venue/ports';
import { readSessions } from '../venue/session-views';
import { isVenueOutcome, toBookingOutcome } from '../wire/booking';
import { fingerprint, toSession } from '../wire/session';
import type { SessionView } from '../wire/session';
import type { BookingOutcome } from '../wire/schemas/booking';
import type { Session } from '../wire/schemas/session';
import type { Claim } from './claim';
import type { SyncRecord } from './sync-record';

const MINUTE_MS = 60_000;

/** One item as it goes to Onefit; `payload` null = there is nothing to say any more. */
export interface Item {
  record: SyncRecord;
  /** The id by which Onefit knows it. */
  wireId: string;
  payload: Session | BookingOutcome | null;
  fingerprint: string | null;
}

/** When a session ends, as it was last sent; null where it never was. */
export function endAsSent(sent_payload: string | null): Date | null {
  return sent_payload === null ? null : instant((JSON.parse(sent_payload) as Session).endsAt);
}

/** What a deleted appointment looks like: as it was last sent, and no longer offered. */
export function withdrawn(
  record: Pick<SyncRecord, 'sent_payload' | 'desired_version'>,
): Session | null {
  if (record.sent_payload === null) return null;
  const last = JSON.parse(record.sent_payload) as Session;
  const status = last.status === 'cancelled' ? 'cancelled' : 'withdrawn';
  return { ...last, status, version: record.desired_version, availableSpots: 0 };
}

/**
 * What is said of a session that may be at Onefit while nobody here knows any more how it looked: its
 * sender died before it could write that down, and then its appointment was deleted. It is taken
 * back, with as little as the contract lets one say; nobody can have booked it.
 */
function tombstone({ subject: id, desired_version }: SyncRecord, timeZone: string, now: Date) {
  const nothing = { room: null, teacher: null, spotLimit: null, bookingOpensAt: null };
  const view: SessionView = {
    ...nothing,
    ...{ id, state: 'scheduled', offered: false, cancelledAt: null, cancellationReason: null },
    class: { id, name: '–', kind: 'class', description: null },
    ...{ capacity: 0, booked: 0, bookedByAggregator: 0 },
    ...{ timeZone, startsAt: now, endsAt: new Date(now.getTime() + MINUTE_MS) },
    ...{ bookingClosesAt: now, lateCancelAt: now },
  };
  return toSession(view, desired_version);
}

/** The zone of the venue that all these records belong to. */
async function zoneOf(trx: Trx, { venue_key: document_id }: SyncRecord): Promise<string> {
  const row: unknown = await trx('venues').where({ document_id }).first('time_zone');
  return (row as { time_zone: string } | undefined)?.time_zone ?? 'UTC';
}

/**
 * Whether nothing of a session can have reached Onefit: no version of it was ever delivered, and
 * no earlier attempt may have been carried out without an answer.
 */
function isUnknownToOnefit(record: SyncRecord): boolean {
  return record.sent_payload === null && record.attempts <= 1;
}

/**
 * When a session ends whose appointment is gone, as Onefit knows it; null where that is not known. An
 * earlier attempt of which nothing was written down may have told it another end.
 */
function endAsToldOf(record: SyncRecord): Date | null {
  return record.attempts <= 1 ? endAsSent(record.sent_payload) : null;
}

async function sessionItems(trx: Trx, records: SyncRecord[], now: Date): Promise<Item[]> {
  const orderActive = (await activeOrder(trx)) !== null;
  const sessions = await readSessions(
    trx,
    records.map((record) => record.subject),
    orderActive,
  );
  const isUntold = (record: SyncRecord) =>
    !sessions.has(record.subject) && record.sent_payload === null && !isUnknownToOnefit(record);
  const untold = records.find(isUntold);
  const timeZone = untold ? await zoneOf(trx, untold) : 'UTC';
  const ofDeleted = (record: SyncRecord) =>
    isUntold(record) ? tombstone(record, timeZone, now) : withdrawn(record);
  return records.map((record) => {
    const session = sessions.get(record.subject);
    const endsAt = session ? session.view.endsAt : endAsToldOf(record);
    const over = endsAt !== null && endsAt <= now;
    const payload = session ? toSession(session.view, record.desired_version) : ofDeleted(record);
    // What Onefit never heard of is not mentioned only to be taken away.
    const pointless = payload?.status !== 'scheduled' && isUnknownToOnefit(record);
    return {
      record,
      wireId: record.subject,
      payload: over || pointless ? null : payload,
      fingerprint: payload && fingerprint(payload),
    };
  });
}

async function bookingItems(trx: Trx, records: SyncRecord[]): Promise<Item[]> {
  const rows = (await trx('bookings')
    .whereIn(
      'document_id',
      records.map((record) => record.subject),
    )
    .select('*')) as BookingRow[];
  const byId = new Map(rows.map((row) => [row.document_id, row]));
  return records.map((record) => {
    const booking = byId.get(record.subject);
    if (!booking?.external_id || !booking.appointment_key || !isVenueOutcome(booking.state)) {
      return { record, wireId: record.subject, payload: null, fingerprint: null };
    }
    const payload = toBookingOutcome(
      {
        id: booking.external_id,
        sessionId: booking.appointment_key,
        status: booking.state,
        modifiedAt: instant(booking.modified_at),
      },
      record.desired_version,
    );
    return { record, wireId: payload.id, payload, fingerprint: null };
  });
}

/**
 * Builds what is sent from the state as it is now, under the version that was desired when the
 * records were claimed: a state changed since then carries a higher version and goes out after.
 */
export function buildItems(trx: Trx, claim: Claim, now: Date): Promise<Item[]> {
  return claim.kind === 'session'
    ? sessionItems(trx, claim.records, now)
    : bookingItems(trx, claim.records);
}
