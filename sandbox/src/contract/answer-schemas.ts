import type { ValidateFunction } from 'ajv';
import { sessionSchema } from './session-schema';
import { compileSchema } from './validator';
import type { Booking, Problem, Session, VenueInfo } from './types';

/** The shapes of what the venue answers; the sandbox judges them as strictly as what it is sent. */

const id = { type: 'string', format: 'id' };
const uuid = { type: 'string', format: 'uuid' };
const text = { type: 'string', minLength: 1 };
const instant = { type: 'string', format: 'instant' };
const cursor = { type: ['string', 'null'] };

const closed = (properties: Record<string, object>): object => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

export const validateBookingAnswer: ValidateFunction<Booking> = compileSchema<Booking>(
  closed({
    id,
    sessionId: id,
    status: {
      enum: [
        'confirmed',
        'cancelled',
        'late_cancelled',
        'cancelled_by_venue',
        'checked_in',
        'no_show',
      ],
    },
    member: closed({ id }),
    product: { const: 'Onefit' },
    bookedAt: instant,
    modifiedAt: instant,
  }),
);

export const validateVenueAnswer: ValidateFunction<VenueInfo> = compileSchema<VenueInfo>(
  closed({
    id: uuid,
    companyId: uuid,
    name: text,
    timeZone: { type: 'string', format: 'time-zone' },
    link: closed({
      status: { enum: ['pending', 'linked'] },
      onefitVenueId: { type: ['string', 'null'], format: 'id' },
      linkedAt: { type: ['string', 'null'], format: 'instant' },
    }),
  }),
);

export const validateSessionsAnswer: ValidateFunction<{
  sessions: Session[];
  nextCursor: string | null;
}> = compileSchema(
  closed({ sessions: { type: 'array', maxItems: 100, items: sessionSchema }, nextCursor: cursor }),
);

export const validateProblemAnswer: ValidateFunction<Problem> = compileSchema<Problem>({
  type: 'object',
  additionalProperties: false,
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string' },
    code: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
    errors: {
      type: 'array',
      items: closed({ path: { type: 'string' }, message: { type: 'string' } }),
    },
  },
});
