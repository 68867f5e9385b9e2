import type { Trx } from '../../../database/trx';
import { instant } from '../../../database/values';
import type { StoredInstant } from '../../../database/values';
import { isActive } from '../../booking/domain/booking-row';
import type { BookingState } from '../../booking/domain/booking-row';
import type { MessageRow } from './message-row';

/** What a message says, as it is now. */
export interface MessageFacts {
  /** null when the customer has none */
  email: string | null;
  firstName: string;
  language: string | null;
  activity: string;
  venue: string;
  timeZone: string;
  room: string | null;
  startsAt: Date;
  endsAt: Date;
  /** why it is cancelled */
  cancellationReason: string | null;
  appointmentState: string;
  bookingState: BookingState;
}

type Row = Omit<MessageFacts, 'startsAt' | 'endsAt'> & {
  startsAt: StoredInstant;
  endsAt: StoredInstant;
};

/** Reads what a message is about; null when part of it is gone. */
export async function readFacts(
  trx: Trx,
  { booking_key, customer_key }: Pick<MessageRow, 'booking_key' | 'customer_key'>,
): Promise<MessageFacts | null> {
  const row: unknown = await trx({ booking: 'bookings' })
    .join({ placed: 'appointments' }, 'placed.document_id', 'booking.appointment_key')
    .join({ activity: 'activities' }, 'activity.document_id', 'placed.activity_key')
    .join({ venue: 'venues' }, 'venue.document_id', 'placed.venue_key')
    .join({ customer: 'customers' }, 'customer.document_id', 'booking.customer_key')
    .where({ 'booking.document_id': booking_key, 'booking.customer_key': customer_key })
    .first({
      email: 'customer.email',
      firstName: 'customer.first_name',
      language: 'customer.language',
      activity: 'activity.name',
      venue: 'venue.name',
      timeZone: 'venue.time_zone',
      room: 'placed.room',
      startsAt: 'placed.starts_at',
      endsAt: 'placed.ends_at',
      cancellationReason: 'placed.cancellation_reason',
      appointmentState: 'placed.state',
      bookingState: 'booking.state',
    });
  if (row === undefined) return null;
  const facts = row as Row;
  return { ...facts, startsAt: instant(facts.startsAt), endsAt: instant(facts.endsAt) };
}

/** Whether a message would still say what is so. */
export function stillTrue(
  message: Pick<MessageRow, 'occasion' | 'previous_starts_at' | 'previous_ends_at'>,
  facts: MessageFacts,
): boolean {
  if (message.occasion === 'cancelled') return facts.bookingState === 'cancelled_by_venue';
  if (message.occasion === 'written') return isActive(facts.bookingState);
  if (facts.appointmentState !== 'scheduled' || facts.bookingState !== 'confirmed') return false;
  const { previous_starts_at: start, previous_ends_at: end } = message;
  if (start === null || end === null) return false;
  return (
    instant(start).getTime() !== facts.startsAt.getTime() ||
    instant(end).getTime() !== facts.endsAt.getTime()
  );
}
