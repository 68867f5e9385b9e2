import { formatUtc } from './instant';
import type {
  Booking,
  BookingOutcome,
  BookingOutcomeStatus,
  BookingStatus,
} from './schemas/booking';

/** What is known of a booking here: no name, only ids. */
export interface BookingView {
  /** Onefit's own id of it. */
  id: string;
  sessionId: string;
  status: BookingStatus;
  /** The member's Onefit ID. */
  memberId: string;
  bookedAt: Date;
  modifiedAt: Date;
}

/** The booking as it is answered to Onefit. Instants in UTC. */
export function toBooking(view: BookingView): Booking {
  return {
    id: view.id,
    sessionId: view.sessionId,
    status: view.status,
    member: { id: view.memberId },
    product: 'Onefit',
    bookedAt: formatUtc(view.bookedAt),
    modifiedAt: formatUtc(view.modifiedAt),
  };
}

/** Whether a status is the venue's word, which Onefit is told. The others are Onefit's own. */
export function isVenueOutcome(status: BookingStatus): status is BookingOutcomeStatus {
  return status === 'cancelled_by_venue' || status === 'checked_in' || status === 'no_show';
}

/** The venue's outcome of a booking as it goes to Onefit. Instants in UTC. */
export function toBookingOutcome(
  view: Pick<BookingView, 'id' | 'sessionId' | 'modifiedAt'> & { status: BookingOutcomeStatus },
  version: number,
): BookingOutcome {
  return {
    id: view.id,
    sessionId: view.sessionId,
    status: view.status,
    modifiedAt: formatUtc(view.modifiedAt),
    version,
  };
}
