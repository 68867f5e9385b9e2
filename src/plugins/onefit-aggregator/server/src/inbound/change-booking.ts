import { writeActivities } from '../activity-log/write';
import type { Activity } from '../activity-log/write';
import { instant } from '../venue/ports';
import type { BookingRow, StoredInstant, Trx } from '../venue/ports';
import type {
  cancelBooking as cancelOperation,
  checkInBooking as checkInOperation,
} from '../wire/operations/bookings';
import { Problem } from '../wire/problems';
import { checkInRefusal } from '../wire/check-in';
import { toDate } from '../wire/schemas/instants';
import { invalidRequest } from '../wire/schemas/parse';
import { bookingAnswer } from './booking-answer';
import { servedVenue } from './context';
import type { Handler, Inbound, ServedVenue } from './context';
import { isPlaced, knownBooking, placedBooking } from './known-booking';

const BY_ONEFIT = { source: 'onefit', actor: null } as const;

/** The states in which a booking holds a spot. */
const ACTIVE = ['confirmed', 'checked_in', 'no_show'];

/** How far ahead of this clock Onefit's may run. */
const SKEW_MS = 5 * 60_000;

/** Remembers a change that Onefit made, inside its transaction. */
function log(
  { clock }: Inbound,
  trx: Trx,
  kind: Activity['kind'],
  subject: { venue: string; booking: string; appointment: string | null },
): Promise<void> {
  const entry = { kind, outcome: 'done', source: 'onefit', ...subject } as const;
  return writeActivities(trx, [entry], clock.now());
}

function subjectOf({ venueKey }: ServedVenue, booking: string, known: BookingRow | null) {
  return { venue: venueKey, booking, appointment: known?.appointment_key ?? null };
}

/** `POST …/bookings/{bookingId}/cancel`: frees the spot once; lateness is Onefit's word. */
export const cancelBooking: Handler<typeof cancelOperation> = async (inbound, { params, body }) => {
  const { bookings } = inbound.venue();
  return bookings.transaction(async (trx) => {
    const served = await servedVenue(trx, params.venueId);
    const booking = await knownBooking(inbound, trx, served, params.bookingId);
    if (!booking) {
      await bookings.recordCancelledUnseen(trx, {
        venue: served.venueKey,
        source: 'onefit',
        bookingId: params.bookingId,
        now: inbound.clock.now(),
      });
    }
    if (!booking || ACTIVE.includes(booking.state)) {
      await log(inbound, trx, 'booking_cancelled', subjectOf(served, params.bookingId, booking));
    }
    if (!isPlaced(booking)) {
      return { status: 202, body: { id: params.bookingId, status: 'cancelled' } };
    }
    const cancelled = await bookings.cancel(
      booking.document_id,
      body.late ? 'late_cancelled' : 'cancelled',
      BY_ONEFIT,
    );
    return { status: 200, body: bookingAnswer(cancelled) };
  });
};

async function startOf(trx: Trx, appointment: string): Promise<Date> {
  const row: unknown = await trx('appointments')
    .where({ document_id: appointment })
    .first('starts_at');
  if (row === undefined) throw new Problem('not_found');
  return instant((row as { starts_at: StoredInstant }).starts_at);
}

/** `POST …/bookings/{bookingId}/check-in`: the member is there, by Onefit's word. */
export const checkInBooking: Handler<typeof checkInOperation> = async (
  inbound,
  { params, body },
) => {
  const { bookings } = inbound.venue();
  const at = toDate(body.at);
  if (at.getTime() > inbound.clock.now().getTime() + SKEW_MS) {
    throw invalidRequest({ path: 'at', message: 'must not lie in the future' });
  }
  return bookings.transaction(async (trx) => {
    const served = await servedVenue(trx, params.venueId);
    const booking = await placedBooking(inbound, trx, served, params.bookingId);
    const startsAt = await startOf(trx, booking.appointment_key);
    const refused = checkInRefusal({ status: booking.state, startsAt }, at);
    if (refused) throw new Problem(refused);
    if (booking.state !== 'checked_in') {
      await log(inbound, trx, 'booking_checked_in', subjectOf(served, params.bookingId, booking));
    }
    return {
      status: 200,
      body: bookingAnswer(await bookings.checkIn(booking.document_id, BY_ONEFIT)),
    };
  });
};
