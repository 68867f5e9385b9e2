import { compileSchema } from './validator';
import type { BookingOutcome } from './types';

const id = { type: 'string', format: 'id' };

/** The body of `PUT /v1/venues/{venueId}/bookings`. */
export const validateBookingBatch = compileSchema<{ bookings: BookingOutcome[] }>({
  type: 'object',
  additionalProperties: false,
  required: ['bookings'],
  properties: {
    bookings: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'sessionId', 'status', 'modifiedAt', 'version'],
        properties: {
          id,
          sessionId: id,
          status: { enum: ['cancelled_by_venue', 'checked_in', 'no_show'] },
          modifiedAt: { type: 'string', format: 'instant' },
          version: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
        },
      },
    },
  },
});
