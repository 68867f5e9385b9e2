import { z } from 'zod';
import { MAX_CURSOR_LENGTH } from '../cursor';
import { problemCodes } from '../problems';
import type { ProblemCode } from '../problems';
import { bookingSchema } from './booking';
import { MAX_LIMIT } from './queries';
import { sessionSchema } from './session';

const nextCursorSchema = z
  .string()
  .max(MAX_CURSOR_LENGTH)
  .regex(/^[A-Za-z0-9_-]+$/)
  .nullable()
  .meta({ description: 'Send it as `cursor` for the next page; null: this was the last.' });

export const healthSchema = z.strictObject({ status: z.literal('ok') });

export const sessionListSchema = z.strictObject({
  sessions: z.array(sessionSchema).max(MAX_LIMIT),
  nextCursor: nextCursorSchema,
});

export const bookingListSchema = z.strictObject({
  bookings: z.array(bookingSchema).max(MAX_LIMIT),
  nextCursor: nextCursorSchema,
});

/** A refusal. RFC 9457. */
export const problemSchema = z.strictObject({
  type: z.string().max(128).meta({ format: 'uri' }),
  title: z.string().max(100),
  status: z.int().min(400).max(599).meta({ format: 'int32' }),
  detail: z.string().max(500).meta({ description: 'Safe to show to a member.' }),
  code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]).meta({
    description: 'Stable; decide by this.',
  }),
  errors: z
    .array(
      z.strictObject({
        path: z
          .string()
          .max(200)
          .regex(/^[A-Za-z0-9_.?\-[\]]*$/),
        message: z.string().max(300),
      }),
    )
    .max(20)
    .meta({ description: 'With 400: each fault, and what to do about it.' })
    .optional(),
});

export type SessionList = z.output<typeof sessionListSchema>;
export type BookingList = z.output<typeof bookingListSchema>;
