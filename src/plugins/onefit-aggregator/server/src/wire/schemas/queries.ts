import { z } from 'zod';
import { MAX_CURSOR_LENGTH, readBookingCursor, readSessionCursor } from '../cursor';
import type { BookingPosition, SessionPosition } from '../cursor';
import { LATEST_INSTANT } from '../instant';
import { idSchema } from './identifiers';
import { instantSchema, toDate } from './instants';
import { invalidRequest, parseWith } from './parse';

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 100;
export const MAX_RANGE_DAYS = 366;
const DAY = 86_400_000;

const limitSchema = z
  .string()
  .regex(/^[0-9]{1,3}$/, { error: `must be a whole number from 1 to ${MAX_LIMIT}` })
  .transform(Number)
  .pipe(
    z
      .int()
      .min(1, { error: 'must be at least 1' })
      .max(MAX_LIMIT, { error: `must be at most ${MAX_LIMIT}` })
      .meta({ format: 'int32', description: 'How many to answer at most.' }),
  )
  .default(DEFAULT_LIMIT);

const cursorSchema = z
  .string()
  .max(MAX_CURSOR_LENGTH, { error: 'must be a nextCursor of this list' })
  .regex(/^[A-Za-z0-9_-]+$/, { error: 'must be a nextCursor of this list' })
  .meta({ description: 'The `nextCursor` of the page before, with the same other parameters.' })
  .optional();

/** Query of `GET …/sessions`. */
export const sessionsQuerySchema = z.strictObject({
  from: instantSchema
    .meta({ description: 'Sessions that start at or after this instant. Default: now.' })
    .optional(),
  to: instantSchema
    .meta({
      description:
        'Sessions that start before this instant, at most 366 days after `from`. Default: 366 days after `from`.',
    })
    .optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});

/** Query of `GET …/bookings`. */
export const bookingsQuerySchema = z.strictObject({
  sessionId: idSchema.meta({ description: 'Only bookings of this session.' }).optional(),
  modifiedSince: instantSchema
    .meta({ description: 'Only bookings modified at or after this instant.' })
    .optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});

/** Whose list is read, and when. */
export interface QueryContext {
  venueId: string;
  now: Date;
}

export interface SessionsQuery {
  /** Starts at or after this. */
  from: Date;
  /** Starts before this. */
  to: Date;
  /** Continue after this place in the order, when given. */
  after: SessionPosition | null;
  limit: number;
}

export interface BookingsQuery {
  sessionId: string | null;
  /** Modified at or after this. */
  modifiedSince: Date | null;
  after: BookingPosition | null;
  limit: number;
}

/**
 * Turns a query that its schema has accepted into what to look for.
 * @throws Problem `invalid_request`; `not_found` for a cursor of another venue.
 */
export function resolveSessionsQuery(
  query: z.output<typeof sessionsQuerySchema>,
  { venueId, now }: QueryContext,
): SessionsQuery {
  const from = query.from === undefined ? now : toDate(query.from);
  const latest = new Date(
    Math.min(from.getTime() + MAX_RANGE_DAYS * DAY, LATEST_INSTANT.getTime()),
  );
  const to = query.to === undefined ? latest : toDate(query.to);
  if (to < from) throw invalidRequest({ path: 'to', message: 'must not lie before from' });
  if (to > latest) {
    throw invalidRequest({
      path: 'to',
      message: `must lie at most ${MAX_RANGE_DAYS} days after from; ask for a shorter range`,
    });
  }
  const after = query.cursor === undefined ? null : readSessionCursor(query.cursor, venueId);
  return { from, to, after, limit: query.limit };
}

/**
 * Turns a query that its schema has accepted into what to look for.
 * @throws Problem `invalid_request`; `not_found` for a cursor of another venue.
 */
export function resolveBookingsQuery(
  query: z.output<typeof bookingsQuerySchema>,
  { venueId }: Pick<QueryContext, 'venueId'>,
): BookingsQuery {
  return {
    sessionId: query.sessionId ?? null,
    modifiedSince: query.modifiedSince === undefined ? null : toDate(query.modifiedSince),
    after: query.cursor === undefined ? null : readBookingCursor(query.cursor, venueId),
    limit: query.limit,
  };
}

/** @throws Problem as `resolveSessionsQuery`. */
export function parseSessionsQuery(query: unknown, context: QueryContext): SessionsQuery {
  return resolveSessionsQuery(parseWith(sessionsQuerySchema, query), context);
}

/** @throws Problem as `resolveBookingsQuery`. */
export function parseBookingsQuery(
  query: unknown,
  context: Pick<QueryContext, 'venueId'>,
): BookingsQuery {
  return resolveBookingsQuery(parseWith(bookingsQuerySchema, query), context);
}
