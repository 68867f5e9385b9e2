import { entryRow } from '../activity-log/write';
import type { Activity } from '../activity-log/write';
import { creation } from '../customers/find-or-create';
import type { BookingRow, Trx } from '../venue/ports';
import type { putBooking as operation } from '../wire/operations/bookings';
import type { BookingRequest } from '../wire/schemas/booking-requests';
import { askingForVenue, venueIn } from '../venue/venues';
import { Problem } from '../wire/problems';
import { bookingAnswer } from './booking-answer';
import { served } from './context';
import type { Answer, Handler, Inbound } from './context';
import { isPlaced, ownBooking } from './known-booking';
import { asProblem } from './refusals';

/** The key of the product that Onefit's bookings are paid with. */
const ONEFIT_PRODUCT = 'onefit';

/** The same id again: the booking as it stands, or a mismatch. Takes no spot in any case. */
async function repeated(
  inbound: Inbound,
  trx: Trx,
  known: BookingRow,
  { sessionId, member }: BookingRequest,
): Promise<Answer> {
  if (!isPlaced(known)) {
    const filled = await inbound.venue().bookings.fillCancelledUnseen(trx, known, {
      appointment: sessionId,
      memberId: member.id,
    });
    return { status: 200, body: bookingAnswer(filled) };
  }
  const sameMember = known.member_id === null || known.member_id === member.id;
  if (known.appointment_key !== sessionId || !sameMember) throw new Problem('booking_mismatch');
  return { status: 200, body: bookingAnswer(known, member.id) };
}

function entryOf(venue: string, booking: string, { sessionId }: BookingRequest): Activity {
  const what = { kind: 'booking_made', outcome: 'done', source: 'onefit' } as const;
  return { ...what, venue, booking, appointment: sessionId };
}

/** `PUT /venues/{venueId}/bookings/{bookingId}`: books, once, in one transaction. */
export const putBooking: Handler<typeof operation> = async (inbound, { params, body }) => {
  const { bookings } = inbound.venue();
  return bookings.transaction(async (trx) => {
    const asked = {
      source: 'onefit',
      bookingId: params.bookingId,
      memberId: body.member.id,
      appointment: body.sessionId,
      product: ONEFIT_PRODUCT,
    } as const;
    const seen = await bookings.look(trx, asked, askingForVenue(trx, params.venueId));
    const venue = served(venueIn(seen.asked));
    const known = ownBooking(venue, seen.known);
    if (known) return repeated(inbound, trx, known, body);
    const now = inbound.clock.now();
    try {
      const booking = await bookings.book({
        appointment: body.sessionId,
        customer: seen.customer ?? creation(inbound.venue(), body.member, now),
        product: { systemKey: ONEFIT_PRODUCT },
        source: 'onefit',
        venue: venue.venueKey,
        external: { bookingId: params.bookingId, memberId: body.member.id },
        aggregatorsServed: venue.orderId !== null,
        actor: null,
        beside: [entryRow(entryOf(venue.venueKey, params.bookingId, body), now)],
        seen,
      });
      return { status: 201, body: bookingAnswer(booking) };
    } catch (error) {
      throw await asProblem(trx, error, venue.venueKey, body.sessionId);
    }
  });
};
