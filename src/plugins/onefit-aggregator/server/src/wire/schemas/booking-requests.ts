import { z } from 'zod';
import { idSchema } from './identifiers';
import { instantSchema, toDate } from './instants';
import { memberSchema } from './member';
import { parseWith } from './parse';

/** Body of `PUT …/bookings/{bookingId}`. */
export const bookingRequestSchema = z.strictObject({
  sessionId: idSchema,
  member: memberSchema,
});

/** Body of `POST …/bookings/{bookingId}/cancel`. Lateness is Onefit's word. */
export const cancelRequestSchema = z.strictObject({
  late: z.boolean().meta({ description: 'Whether Onefit counts this as a late cancellation.' }),
  cancelledAt: instantSchema.meta({ description: 'When the member cancelled.' }),
});

/** Body of `POST …/bookings/{bookingId}/check-in`. */
export const checkInRequestSchema = z.strictObject({
  at: instantSchema.meta({ description: 'When the member checked in.' }),
});

export type BookingRequest = z.output<typeof bookingRequestSchema>;

export interface CancelRequest {
  late: boolean;
  cancelledAt: Date;
}

export interface CheckInRequest {
  at: Date;
}

/** @throws Problem `invalid_request` */
export function parseBookingRequest(body: unknown): BookingRequest {
  return parseWith(bookingRequestSchema, body);
}

/** @throws Problem `invalid_request` */
export function parseCancelRequest(body: unknown): CancelRequest {
  const { late, cancelledAt } = parseWith(cancelRequestSchema, body);
  return { late, cancelledAt: toDate(cancelledAt) };
}

/** @throws Problem `invalid_request` */
export function parseCheckInRequest(body: unknown): CheckInRequest {
  return { at: toDate(parseWith(checkInRequestSchema, body).at) };
}
