import { z } from 'zod';
import { idSchema } from './identifiers';
import { instantSchema } from './instants';
import { versionSchema } from './numbers';

export const bookingStatusSchema = z
  .enum(['confirmed', 'cancelled', 'late_cancelled', 'cancelled_by_venue', 'checked_in', 'no_show'])
  .meta({
    description:
      '`confirmed`, `checked_in` and `no_show` hold a spot; the cancelled ones are final and free it.',
  });

/** A booking as Onefit sees it. */
export const bookingSchema = z.strictObject({
  id: idSchema,
  sessionId: idSchema,
  status: bookingStatusSchema,
  member: z.strictObject({ id: idSchema }),
  product: z.literal('Onefit'),
  bookedAt: instantSchema,
  modifiedAt: instantSchema,
});

/** Answer to the cancellation of an id never seen: noted, so that a later booking takes no spot. */
export const cancellationNotedSchema = z.strictObject({
  id: idSchema,
  status: z.literal('cancelled'),
});

/** What the venue decided about a booking: the outcomes that we report to Onefit. */
export const bookingOutcomeSchema = z.strictObject({
  id: idSchema,
  sessionId: idSchema,
  status: z.enum(['cancelled_by_venue', 'checked_in', 'no_show']),
  modifiedAt: instantSchema,
  version: versionSchema,
});

export type BookingStatus = z.output<typeof bookingStatusSchema>;
export type Booking = z.output<typeof bookingSchema>;
export type CancellationNoted = z.output<typeof cancellationNotedSchema>;
export type BookingOutcome = z.output<typeof bookingOutcomeSchema>;
export type BookingOutcomeStatus = BookingOutcome['status'];
