import { compileSchema } from './validator';
import type { Session } from './types';

const id = { type: 'string', format: 'id' };
const instant = { type: 'string', format: 'instant' };
const nullable = { type: ['string', 'null'] };
const nullableInstant = { type: ['string', 'null'], format: 'instant' };
const spots = { type: 'integer', minimum: 0 };

/** The shape of one session; what the fields mean to each other is in session-rules. */
export const sessionSchema = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'version',
    'status',
    'class',
    'startsAt',
    'endsAt',
    'timeZone',
    'room',
    'teacher',
    'totalSpots',
    'totalAggregatorSpots',
    'availableSpots',
    'bookingOpensAt',
    'bookingClosesAt',
    'lateCancelAt',
    'cancelledAt',
    'cancellationReason',
  ],
  properties: {
    id,
    version: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
    status: { enum: ['scheduled', 'cancelled', 'withdrawn'] },
    class: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'name', 'kind', 'description'],
      properties: {
        id,
        name: { type: 'string', minLength: 1 },
        kind: { enum: ['class', 'training'] },
        description: nullable,
      },
    },
    startsAt: instant,
    endsAt: instant,
    timeZone: { type: 'string', format: 'time-zone' },
    room: nullable,
    teacher: nullable,
    totalSpots: spots,
    totalAggregatorSpots: { type: ['integer', 'null'], minimum: 0 },
    availableSpots: spots,
    bookingOpensAt: nullableInstant,
    bookingClosesAt: instant,
    lateCancelAt: instant,
    cancelledAt: nullableInstant,
    cancellationReason: nullable,
  },
};

/** The body of `PUT /v1/venues/{venueId}/sessions`. */
export const validateSessionBatch = compileSchema<{ sessions: Session[] }>({
  type: 'object',
  additionalProperties: false,
  required: ['sessions'],
  properties: {
    sessions: { type: 'array', minItems: 1, maxItems: 100, items: sessionSchema },
  },
});

/** The query of `GET /v1/venues/{venueId}/sessions`. */
export const validateHeldSessionsQuery = compileSchema<{
  from?: string;
  to?: string;
  cursor?: string;
}>({
  type: 'object',
  additionalProperties: false,
  properties: {
    from: instant,
    to: instant,
    cursor: { type: 'string', minLength: 1, maxLength: 256 },
  },
});
