import { z } from 'zod';
import { LATEST_INSTANT } from './instant';
import { Problem } from './problems';
import { idSchema } from './schemas/identifiers';

/** A cursor is never longer than this. */
export const MAX_CURSOR_LENGTH = 512;

/** A place in the list of sessions: ordered by start, then id. */
export interface SessionPosition {
  startsAt: Date;
  id: string;
}

/** A place in the list of bookings: ordered by modification, then id. */
export interface BookingPosition {
  modifiedAt: Date;
  id: string;
}

type Kind = 'sessions' | 'bookings';

const contentSchema = z.strictObject({
  kind: z.enum(['sessions', 'bookings']),
  venue: z.string().max(36),
  // What no database can compare is no place in a list, however well it is written.
  at: z.int().min(0).max(LATEST_INSTANT.getTime()),
  id: idSchema,
});

function write(kind: Kind, venue: string, at: Date, id: string): string {
  const content: z.input<typeof contentSchema> = { kind, venue, at: at.getTime(), id };
  return Buffer.from(JSON.stringify(content), 'utf8').toString('base64url');
}

function garbled(): Problem {
  return new Problem('invalid_request', {
    errors: [
      {
        path: 'cursor',
        message: 'must be a nextCursor of this list; to begin again, leave it out',
      },
    ],
  });
}

function decode(cursor: string): unknown {
  if (cursor.length > MAX_CURSOR_LENGTH) return null;
  const bytes = Buffer.from(cursor, 'base64url');
  // Node skips what is no base64url; a cursor with such parts was not written here.
  if (bytes.toString('base64url') !== cursor) return null;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function read(kind: Kind, venue: string, cursor: string): { at: Date; id: string } {
  const result = contentSchema.safeParse(decode(cursor));
  if (!result.success || result.data.kind !== kind) throw garbled();
  // A venue must not learn that another one exists: the same answer as for an unknown one.
  if (result.data.venue !== venue) throw new Problem('not_found');
  return { at: new Date(result.data.at), id: result.data.id };
}

/** The `nextCursor` of a page of sessions that ends here. Bound to the venue and to this list. */
export function writeSessionCursor(position: SessionPosition, venueId: string): string {
  return write('sessions', venueId, position.startsAt, position.id);
}

/** The `nextCursor` of a page of bookings that ends here. Bound to the venue and to this list. */
export function writeBookingCursor(position: BookingPosition, venueId: string): string {
  return write('bookings', venueId, position.modifiedAt, position.id);
}

/** @throws Problem `invalid_request` when garbled or of another list, `not_found` when of another venue. */
export function readSessionCursor(cursor: string, venueId: string): SessionPosition {
  const { at, id } = read('sessions', venueId, cursor);
  return { startsAt: at, id };
}

/** @throws Problem `invalid_request` when garbled or of another list, `not_found` when of another venue. */
export function readBookingCursor(cursor: string, venueId: string): BookingPosition {
  const { at, id } = read('bookings', venueId, cursor);
  return { modifiedAt: at, id };
}
