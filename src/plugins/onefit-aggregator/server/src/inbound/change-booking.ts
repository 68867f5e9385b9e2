import { instant } from '../venue/ports';
import type { StoredInstant, Trx } from '../venue/ports';
import type {
  cancelBooking as cancelOperation,
  checkInBooking as checkInOperation,
} from '../wire/operations/bookings';
import { Problem } from '../wire/problems';
import { checkInRefusal } from '../wire/refusals';
import { toDate } from '../wire/schemas/instants';
import { invalidRequest } from '../wire/schemas/parse';
import { bookingAnswer } from './booking-answer';
import { servedVenue } from './context';
import type { Handler } from './context';
import { isPlaced, knownBooking, placedBooking } from './known-booking';

const BY_ONEFIT = { source: 'onefit', actor: null } as const;

/** How far ahead of this clock Onefit's may run. */
const SKEW_MS = 5 * 60_000;

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
    return {
      status: 200,
      body: bookingAnswer(await bookings.checkIn(booking.document_id, BY_ONEFIT)),
    };
  });
};
