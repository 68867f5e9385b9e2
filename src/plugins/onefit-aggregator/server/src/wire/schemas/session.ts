import { z } from 'zod';
import { idSchema } from './identifiers';
import { instantSchema } from './instants';
import { int32, versionSchema } from './numbers';
import { shownText, timeZoneSchema } from './text';

/** The most characters that a session carries of each text. Longer ones are cut on the way out. */
export const TEXT_LIMITS = {
  name: 255,
  description: 5000,
  room: 255,
  teacher: 255,
  cancellationReason: 500,
} as const;

export const sessionStatusSchema = z.enum(['scheduled', 'cancelled', 'withdrawn']).meta({
  description:
    '`cancelled`: will not take place, final. `withdrawn`: no longer offered to Onefit; bookings already made stay valid.',
});

export const classSchema = z.strictObject({
  id: idSchema,
  name: shownText(TEXT_LIMITS.name),
  kind: z.enum(['class', 'training']),
  description: shownText(TEXT_LIMITS.description).nullable(),
});

/** One dated appointment. */
export const sessionSchema = z.strictObject({
  id: idSchema,
  version: versionSchema,
  status: sessionStatusSchema,
  class: classSchema,
  startsAt: instantSchema.meta({ description: "With the venue's own UTC offset at that instant." }),
  endsAt: instantSchema,
  timeZone: timeZoneSchema,
  room: shownText(TEXT_LIMITS.room).nullable(),
  teacher: shownText(TEXT_LIMITS.teacher).nullable(),
  totalSpots: int32(0),
  totalAggregatorSpots: int32(0)
    .nullable()
    .meta({ description: 'The spot limit for aggregators; null: none of its own.' }),
  availableSpots: int32(0).meta({ description: 'What Onefit can book now; 0 unless scheduled.' }),
  bookingOpensAt: instantSchema.nullable(),
  bookingClosesAt: instantSchema,
  lateCancelAt: instantSchema.meta({ description: 'Cancelling from here on is late.' }),
  cancelledAt: instantSchema.nullable(),
  cancellationReason: shownText(TEXT_LIMITS.cancellationReason).nullable(),
});

/** What reconciliation compares: which state of a session the other side holds. */
export const heldSessionSchema = z.object({
  id: idSchema,
  version: versionSchema,
  status: sessionStatusSchema,
});

export type SessionStatus = z.output<typeof sessionStatusSchema>;
export type Session = z.output<typeof sessionSchema>;
export type HeldSession = z.output<typeof heldSessionSchema>;
