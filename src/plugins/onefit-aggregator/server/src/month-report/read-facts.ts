import { instant } from '../venue/ports';
import type { BookingState, StoredInstant, Trx } from '../venue/ports';
import type { Month } from './month';
import type { BookingFacts } from './visits';

const MINUTE = 60_000;

/** A booking's facts, and what a list says of it. */
export interface ReportedBooking extends BookingFacts {
  externalId: string | null;
  activity: string;
  /** null once the customer's data were erased */
  customer: { documentId: string; name: string } | null;
}

interface BookingRow {
  documentId: string;
  externalId: string | null;
  memberId: string | null;
  appointment: string;
  startsAt: StoredInstant;
  endsAt: StoredInstant;
  lateMinutes: number;
  activity: string;
  customerId: string | null;
  firstName: string | null;
  lastName: string | null;
}

interface ChangeRow {
  booking: string;
  state: BookingState;
  at: StoredInstant;
}

function ofMonth(trx: Trx, venue: string, { from, to }: Month) {
  return trx({ booking: 'bookings' })
    .join({ placed: 'appointments' }, 'placed.document_id', 'booking.appointment_key')
    .where('placed.venue_key', venue)
    .where('placed.starts_at', '>=', from)
    .where('placed.starts_at', '<', to)
    .where('booking.source', 'onefit');
}

/** A booking of Onefit names its member for as long as the customer's data were not erased. */
function customerOf({ customerId, memberId, firstName, lastName }: BookingRow) {
  if (customerId === null || memberId === null) return null;
  return { documentId: customerId, name: `${firstName ?? ''} ${lastName ?? ''}`.trim() };
}

/** The bookings of Onefit for a venue's appointments of a month, with their history: two statements. */
export async function readFacts(trx: Trx, venue: string, month: Month): Promise<ReportedBooking[]> {
  const rows = await ofMonth(trx, venue, month)
    .join({ activity: 'activities' }, 'activity.document_id', 'placed.activity_key')
    .leftJoin({ customer: 'customers' }, 'customer.document_id', 'booking.customer_key')
    .select<BookingRow[]>({
      documentId: 'booking.document_id',
      externalId: 'booking.external_id',
      memberId: 'booking.member_id',
      appointment: 'placed.document_id',
      startsAt: 'placed.starts_at',
      endsAt: 'placed.ends_at',
      lateMinutes: 'placed.late_cancel_minutes',
      activity: 'activity.name',
      customerId: 'customer.document_id',
      firstName: 'customer.first_name',
      lastName: 'customer.last_name',
    });
  const changes = await ofMonth(trx, venue, month)
    .join({ change: 'booking_changes' }, 'change.booking_key', 'booking.document_id')
    .orderBy(['change.at', 'change.id'])
    .select<ChangeRow[]>({
      booking: 'change.booking_key',
      state: 'change.state',
      at: 'change.at',
    });
  const histories = new Map<string, BookingFacts['changes']>();
  for (const { booking, state, at } of changes) {
    const history = histories.get(booking) ?? [];
    history.push({ state, at: instant(at) });
    histories.set(booking, history);
  }
  return rows.map((row) => {
    const startsAt = instant(row.startsAt);
    return {
      documentId: row.documentId,
      externalId: row.externalId,
      appointment: row.appointment,
      activity: row.activity,
      startsAt,
      endsAt: instant(row.endsAt),
      lateFrom: new Date(startsAt.getTime() - row.lateMinutes * MINUTE),
      customer: customerOf(row),
      changes: histories.get(row.documentId) ?? [],
    };
  });
}
