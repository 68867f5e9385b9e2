/**
 * The calls that Onefit makes, in one table: requests are read by it and the OpenAPI document is
 * made from it, so that the two cannot differ. In prose: docs/onefit-api.md.
 */
import type { Operation } from './operation';
import {
  cancelBooking,
  checkInBooking,
  getBooking,
  listBookings,
  putBooking,
} from './operations/bookings';
import { getHealth, getOpenApi } from './operations/service';
import { getSession, listSessions } from './operations/sessions';
import { getVenue, linkVenue, unlinkVenue } from './operations/venue';

/** Where the calls live on the venue's server. */
export const BASE_PATH = '/api/onefit-aggregator/v1';

export const operations = {
  getHealth,
  getOpenApi,
  getVenue,
  linkVenue,
  unlinkVenue,
  listSessions,
  getSession,
  putBooking,
  getBooking,
  listBookings,
  cancelBooking,
  checkInBooking,
};

export type OperationId = keyof typeof operations;

/** All operations, in the order of the table. */
export const operationList: readonly Operation[] = Object.values(operations);
