import { createHash } from 'node:crypto';
import { formatInZone } from './instant';
import { TEXT_LIMITS } from './schemas/session';
import type { Session, SessionStatus } from './schemas/session';

/** What is known of an appointment here: everything that Onefit may see of it, and nothing else. */
export interface SessionView {
  id: string;
  state: 'scheduled' | 'cancelled';
  /** False: no longer offered to Onefit. */
  offered: boolean;
  class: { id: string; name: string; kind: 'class' | 'training'; description: string | null };
  startsAt: Date;
  endsAt: Date;
  /** The venue's IANA zone, in which every instant of the session is written. */
  timeZone: string;
  room: string | null;
  teacher: string | null;
  capacity: number;
  /** All active bookings. */
  booked: number;
  /** Those of them that came through Onefit. */
  bookedByAggregator: number;
  /** Null: no limit of its own. */
  spotLimit: number | null;
  bookingOpensAt: Date | null;
  bookingClosesAt: Date;
  lateCancelAt: Date;
  cancelledAt: Date | null;
  cancellationReason: string | null;
}

/** Cancelled wins: a session that will not take place is not merely withdrawn. */
export function sessionStatus(view: Pick<SessionView, 'state' | 'offered'>): SessionStatus {
  if (view.state === 'cancelled') return 'cancelled';
  return view.offered ? 'scheduled' : 'withdrawn';
}

/**
 * The spots that Onefit can book now: what capacity and limit both leave, never below 0, and 0
 * unless the session is scheduled.
 */
export function availableSpots(
  view: Pick<
    SessionView,
    'state' | 'offered' | 'capacity' | 'booked' | 'bookedByAggregator' | 'spotLimit'
  >,
): number {
  if (sessionStatus(view) !== 'scheduled') return 0;
  const byCapacity = view.capacity - view.booked;
  const byLimit = view.spotLimit === null ? byCapacity : view.spotLimit - view.bookedByAggregator;
  return Math.max(0, Math.min(byCapacity, byLimit));
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

function cutOrNull(text: string | null, limit: number): string | null {
  return text === null ? null : cut(text, limit);
}

/**
 * The session as it goes to Onefit, in an answer and in a batch alike.
 * @throws RangeError when the zone is unknown or an instant invalid.
 */
export function toSession(view: SessionView, version: number): Session {
  const status = sessionStatus(view);
  const local = (instant: Date) => formatInZone(instant, view.timeZone);
  const localOrNull = (instant: Date | null) => (instant === null ? null : local(instant));
  const isCancelled = status === 'cancelled';
  return {
    id: view.id,
    version,
    status,
    class: {
      id: view.class.id,
      name: cut(view.class.name, TEXT_LIMITS.name),
      kind: view.class.kind,
      description: cutOrNull(view.class.description, TEXT_LIMITS.description),
    },
    startsAt: local(view.startsAt),
    endsAt: local(view.endsAt),
    timeZone: view.timeZone,
    room: cutOrNull(view.room, TEXT_LIMITS.room),
    teacher: cutOrNull(view.teacher, TEXT_LIMITS.teacher),
    totalSpots: view.capacity,
    totalAggregatorSpots: view.spotLimit,
    availableSpots: availableSpots(view),
    bookingOpensAt: localOrNull(view.bookingOpensAt),
    bookingClosesAt: local(view.bookingClosesAt),
    lateCancelAt: local(view.lateCancelAt),
    cancelledAt: isCancelled ? localOrNull(view.cancelledAt) : null,
    cancellationReason: isCancelled
      ? cutOrNull(view.cancellationReason, TEXT_LIMITS.cancellationReason)
      : null,
  };
}

/** JSON with the keys of every object in one order, so that equal content is equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** SHA-256 (hex) of everything but the version: differs when, and only when, Onefit must hear. */
export function fingerprint(session: Session): string {
  const content = canonicalJson({ ...session, version: undefined });
  return createHash('sha256').update(content).digest('hex');
}
