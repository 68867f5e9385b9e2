import type { OperationId } from '../wire/operations';
import { refusalsLogged } from './activity';
import { cancelBooking, checkInBooking } from './change-booking';
import type { Handler } from './context';
import { putBooking } from './put-booking';
import { getBooking, listBookings } from './read-bookings';
import { getSession, listSessions } from './read-sessions';
import { getDocument, getHealth } from './service';
import { getVenue, link, unlink } from './venue-link';

/** Who carries out which operation of the contract. */
export const handlers: Record<OperationId, Handler> = {
  getHealth,
  getOpenApi: getDocument,
  getVenue,
  linkVenue: refusalsLogged('venue_linked', link),
  unlinkVenue: unlink,
  listSessions,
  getSession,
  putBooking: refusalsLogged('booking_made', putBooking),
  getBooking,
  listBookings,
  cancelBooking: refusalsLogged('booking_cancelled', cancelBooking),
  checkInBooking: refusalsLogged('booking_checked_in', checkInBooking),
};
