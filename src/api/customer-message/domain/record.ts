import { chunks, insertDocuments, newDocumentId } from '../../../database/insert';
import type { Trx } from '../../../database/trx';
import { ACTIVE_STATES, BOOKINGS } from '../../booking/domain/booking-row';
import type { BookingRow } from '../../booking/domain/booking-row';
import type { Move } from '../../appointment/domain/moves';
import { MESSAGES } from './message-row';
import type { MessageRow, Occasion } from './message-row';

/** Keys in one statement; stays below SQLite's limit of bound values. */
const CHUNK = 200;

type Recipient = Pick<BookingRow, 'document_id' | 'appointment_key' | 'customer_key'>;

function columnsOf(occasion: Occasion, number: number, recipient: Recipient, now: Date) {
  return {
    occasion,
    occasion_key: `${recipient.document_id}:${occasion}:${number}`,
    booking_key: recipient.document_id,
    appointment_key: recipient.appointment_key,
    customer_key: recipient.customer_key,
    state: 'due',
    attempts: 0,
    next_attempt_at: now,
  };
}

async function insert(trx: Trx, rows: Array<Record<string, unknown>>, now: Date) {
  await insertDocuments(
    trx,
    MESSAGES,
    rows.map((columns) => ({ documentId: newDocumentId(), columns })),
    now,
  );
}

/** Those whom the venue writes to: Onefit tells its own members. */
function own<Row extends Pick<BookingRow, 'source' | 'customer_key'>>(bookings: Row[]): Row[] {
  return bookings.filter(({ source, customer_key }) => source === 'own' && customer_key !== null);
}

/**
 * Writes down that the customers of an appointment's ended bookings are owed an e-mail, inside the
 * transaction of its cancellation. What was still to be told of a move is dropped.
 *
 * @returns how many are owed one
 */
export async function recordCancelled(trx: Trx, ended: BookingRow[], now: Date): Promise<number> {
  const recipients = own(ended);
  for (const some of chunks(recipients, CHUNK)) {
    await trx(MESSAGES)
      .whereIn(
        'booking_key',
        some.map((booking) => booking.document_id),
      )
      .where({ occasion: 'moved', state: 'due' })
      .whereNull('lease_token')
      .update({ state: 'dropped', updated_at: now });
  }
  await insert(
    trx,
    recipients.map((booking) => columnsOf('cancelled', 1, booking, now)),
    now,
  );
  return recipients.length;
}

/**
 * The messages of moves that wait still and will say what is so when they go. Touched, so that a
 * sender who claims one at this moment reads the appointment only after this transaction.
 */
async function stillWaiting(trx: Trx, bookings: string[], now: Date): Promise<Set<string>> {
  const waiting = () =>
    trx(MESSAGES)
      .whereIn('booking_key', bookings)
      .where({ occasion: 'moved', state: 'due' })
      .whereNull('lease_token');
  await waiting().update({ updated_at: now });
  const rows = await waiting().select<Array<Pick<MessageRow, 'booking_key'>>>('booking_key');
  return new Set(rows.map((row) => row.booking_key));
}

/** The number of the next message of a move, for each booking that had one. */
async function nextNumbers(trx: Trx, bookings: string[]): Promise<Map<string, number>> {
  const rows = await trx(MESSAGES)
    .whereIn('booking_key', bookings)
    .where({ occasion: 'moved' })
    .select<Array<Pick<MessageRow, 'booking_key' | 'occasion_key'>>>('booking_key', 'occasion_key');
  const next = new Map<string, number>();
  for (const { booking_key, occasion_key } of rows) {
    const number = Number(occasion_key.slice(occasion_key.lastIndexOf(':') + 1)) + 1;
    next.set(booking_key, Math.max(next.get(booking_key) ?? 1, number));
  }
  return next;
}

/**
 * Writes down that the customers of moved appointments are owed an e-mail, inside the transaction
 * of the move. A message that waits still is not doubled: it says where the appointment is when it
 * goes out, and from where it first moved.
 *
 * @returns how many are owed one for these moves
 */
export async function recordMoved(
  trx: Trx,
  moves: Move[],
  reason: string | null,
  now: Date,
): Promise<number> {
  let owed = 0;
  for (const some of chunks(moves, CHUNK)) {
    const before = new Map(some.map((move) => [move.documentId, move.before]));
    const booked = await trx(BOOKINGS)
      .whereIn('appointment_key', [...before.keys()])
      .whereIn('state', [...ACTIVE_STATES])
      .select<Array<Recipient & Pick<BookingRow, 'source'>>>(
        'document_id',
        'appointment_key',
        'customer_key',
        'source',
      );
    const recipients = own(booked);
    const keys = recipients.map((booking) => booking.document_id);
    const waiting = await stillWaiting(trx, keys, now);
    const numbers = await nextNumbers(trx, keys);
    const rows = recipients
      .filter((booking) => !waiting.has(booking.document_id))
      .map((booking) => ({
        ...columnsOf('moved', numbers.get(booking.document_id) ?? 1, booking, now),
        reason,
        previous_starts_at: before.get(booking.appointment_key ?? '')?.startsAt,
        previous_ends_at: before.get(booking.appointment_key ?? '')?.endsAt,
      }));
    await insert(trx, rows, now);
    owed += recipients.length;
  }
  return owed;
}
