import type { Trx } from '../../../database/trx';
import type { StoredInstant } from '../../../database/values';
import type { Source } from './decision';

/** The table of `api::booking.booking`. */
export const BOOKINGS = 'bookings';

/** The states that hold a spot. */
export const ACTIVE_STATES = ['confirmed', 'checked_in', 'no_show'] as const;
export const CANCELLED_STATES = ['cancelled', 'late_cancelled', 'cancelled_by_venue'] as const;

export type ActiveState = (typeof ACTIVE_STATES)[number];
export type CancelledState = (typeof CANCELLED_STATES)[number];
export type BookingState = ActiveState | CancelledState;

export function isActive(state: BookingState): state is ActiveState {
  return (ACTIVE_STATES as readonly BookingState[]).includes(state);
}

/** A booking's row. `appointment_key` is null while Onefit has only cancelled an id never booked. */
export interface BookingRow {
  id: number;
  document_id: string;
  state: BookingState;
  source: Source;
  external_id: string | null;
  member_id: string | null;
  appointment_key: string | null;
  customer_key: string | null;
  venue_key: string | null;
  booked_at: StoredInstant;
  modified_at: StoredInstant;
}

/** The columns of {@link BookingRow}. */
export const BOOKING_COLUMNS = [
  'id',
  'document_id',
  'state',
  'source',
  'external_id',
  'member_id',
  'appointment_key',
  'customer_key',
  'venue_key',
  'booked_at',
  'modified_at',
] as const;

/** The unique key of an aggregator's booking id: one booking for each, ever. */
export function externalKey(source: Source, externalId: string): string {
  return `${source}:${externalId}`;
}

/** The unique key of an active place: one for each appointment and customer. */
export function activeKey(appointment: string, customer: string): string {
  return `${appointment}:${customer}`;
}

async function first(trx: Trx, where: Record<string, unknown>): Promise<BookingRow | null> {
  const row: unknown = await trx(BOOKINGS)
    .where(where)
    .first([...BOOKING_COLUMNS]);
  return (row as BookingRow | undefined) ?? null;
}

/** Reads a booking by its document id. */
export function readBooking(trx: Trx, documentId: string): Promise<BookingRow | null> {
  return first(trx, { document_id: documentId });
}

/** Reads a booking by the aggregator's own id. */
export function readByExternalId(
  trx: Trx,
  source: Source,
  externalId: string,
): Promise<BookingRow | null> {
  return first(trx, { external_key: externalKey(source, externalId) });
}

/** Whether the customer holds an active place in the appointment. */
export async function holdsPlace(
  trx: Trx,
  appointment: string,
  customer: string,
): Promise<boolean> {
  const row: unknown = await trx(BOOKINGS)
    .where({ active_key: activeKey(appointment, customer) })
    .first('id');
  return row !== undefined;
}
