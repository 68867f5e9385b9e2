import type { OperationId } from '../wire/operations';
import { cancelBooking, checkInBooking } from './change-booking';
import type { Handler } from './context';
import { putBooking } from './put-booking';
import { getBooking, listBookings } from './read-bookings';
import { getSession, listSessions } from './read-sessions';
import { getDocument, getHealth } from './service';
import { getVenue, link, unlink } from './venue-link';

/** Who carries out which operation of the contract. */
export const handlers: Record<OperationId, Handler> = {
  getHealth: getHealth as Handler,
  getOpenApi: getDocument as Handler,
  getVenue: getVenue as Handler,
  linkVenue: link as Handler,
  unlinkVenue: unlink as Handler,
  listSessions: listSessions as Handler,
  getSession: getSession as Handler,
  putBooking: putBooking as Handler,
  getBooking: getBooking as Handler,
  listBookings: listBookings as Handler,
  cancelBooking: cancelBooking as Handler,
  checkInBooking: checkInBooking as Handler,
};
