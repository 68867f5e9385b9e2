/** The calls about bookings: book, read, cancel, check in. */
import * as examples from '../examples';
import { defineOperation, noFields } from '../operation';
import { bookingListSchema } from '../schemas/answers';
import { bookingSchema, cancellationNotedSchema } from '../schemas/booking';
import {
  bookingRequestSchema,
  cancelRequestSchema,
  checkInRequestSchema,
} from '../schemas/booking-requests';
import { bookingPathSchema, venuePathSchema } from '../schemas/paths';
import { bookingsQuerySchema } from '../schemas/queries';

export const putBooking = defineOperation({
  operationId: 'putBooking',
  method: 'PUT',
  path: '/venues/{venueId}/bookings/{bookingId}',
  tag: 'Bookings',
  summary: 'Book',
  description:
    'The id is Onefit’s own and never used again. The same request may be sent any number of times: it books once. Where several refusals apply, the first is given, in this order: `not_found`, `session_cancelled`, `session_withdrawn`, `booking_window_closed`, `already_booked`, `session_full`.',
  signed: true,
  params: bookingPathSchema,
  query: noFields,
  body: bookingRequestSchema,
  bodyExample: examples.exampleBookingRequest,
  answers: [
    {
      status: 200,
      description:
        'This id is known: the booking as it now stands, which may be cancelled. No spot is taken.',
      schema: bookingSchema,
      example: examples.exampleBooking,
    },
    {
      status: 201,
      description: 'Booked.',
      schema: bookingSchema,
      example: examples.exampleBooking,
    },
  ],
  problems: [
    'not_found',
    'session_full',
    'already_booked',
    'session_cancelled',
    'session_withdrawn',
    'booking_window_closed',
    'booking_mismatch',
  ],
});

export const getBooking = defineOperation({
  operationId: 'getBooking',
  method: 'GET',
  path: '/venues/{venueId}/bookings/{bookingId}',
  tag: 'Bookings',
  summary: 'One booking',
  description: 'The booking as it now stands.',
  signed: true,
  params: bookingPathSchema,
  query: noFields,
  answers: [
    {
      status: 200,
      description: 'The booking.',
      schema: bookingSchema,
      example: examples.exampleBooking,
    },
  ],
  problems: ['not_found'],
});

export const listBookings = defineOperation({
  operationId: 'listBookings',
  method: 'GET',
  path: '/venues/{venueId}/bookings',
  tag: 'Bookings',
  summary: 'Bookings, for reconciliation',
  description: 'Bookings made through Onefit, ordered by modification, then id.',
  signed: true,
  params: venuePathSchema,
  query: bookingsQuerySchema,
  answers: [
    {
      status: 200,
      description: 'A page of bookings.',
      schema: bookingListSchema,
      example: examples.exampleBookingList,
    },
  ],
  problems: ['not_found'],
});

export const cancelBooking = defineOperation({
  operationId: 'cancelBooking',
  method: 'POST',
  path: '/venues/{venueId}/bookings/{bookingId}/cancel',
  tag: 'Bookings',
  summary: 'Cancel a booking',
  description:
    'Whether it is late is Onefit’s word. Cancelling again changes nothing. An id never seen is noted: a booking of that id that comes later is answered as `cancelled` and takes no spot.',
  signed: true,
  params: bookingPathSchema,
  query: noFields,
  body: cancelRequestSchema,
  bodyExample: examples.exampleCancelRequest,
  answers: [
    {
      status: 200,
      description: 'Cancelled; the booking as it now stands.',
      schema: bookingSchema,
      example: examples.exampleCancelledBooking,
    },
    {
      status: 202,
      description: 'This id was never seen; noted.',
      schema: cancellationNotedSchema,
      example: { id: 'b-1', status: 'cancelled' },
    },
  ],
  problems: ['not_found', 'cancellation_not_permitted'],
});

export const checkInBooking = defineOperation({
  operationId: 'checkInBooking',
  method: 'POST',
  path: '/venues/{venueId}/bookings/{bookingId}/check-in',
  tag: 'Bookings',
  summary: 'Check a member in',
  description:
    'The member checked in through Onefit, from 30 minutes before to 5 minutes after the start. Again changes nothing.',
  signed: true,
  params: bookingPathSchema,
  query: noFields,
  body: checkInRequestSchema,
  bodyExample: examples.exampleCheckInRequest,
  answers: [
    {
      status: 200,
      description: 'Checked in; the booking as it now stands.',
      schema: bookingSchema,
      example: examples.exampleCheckedInBooking,
    },
  ],
  problems: ['not_found', 'booking_cancelled', 'check_in_window_closed'],
});
