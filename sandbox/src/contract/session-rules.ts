import { writtenOffset, zoneOffset } from './formats';
import type { FieldError, Session } from './types';

const LOCAL_TIMES = [
  'startsAt',
  'endsAt',
  'bookingOpensAt',
  'bookingClosesAt',
  'lateCancelAt',
] as const;

/**
 * Checks what a session's fields say about each other: the order of its times, offsets that fit
 * the time zone, spots that add up, and cancellation fields that fit the status. Takes a session
 * that already has the right shape; gives one entry for each broken rule, under `path`.
 */
export function brokenSessionRules(session: Session, path: string): FieldError[] {
  return [
    ...brokenTimes(session, path),
    ...brokenSpots(session, path),
    ...brokenCancellation(session, path),
  ];
}

function brokenTimes(session: Session, path: string): FieldError[] {
  const errors: FieldError[] = [];
  if (Date.parse(session.endsAt) <= Date.parse(session.startsAt)) {
    errors.push({ path: `${path}/endsAt`, message: 'must be after startsAt' });
  }
  for (const field of LOCAL_TIMES) {
    const instant = session[field];
    if (instant === null) continue;
    if (writtenOffset(instant) !== zoneOffset(session.timeZone, new Date(instant))) {
      errors.push({
        path: `${path}/${field}`,
        message: `must carry the UTC offset that ${session.timeZone} has at that instant`,
      });
    }
  }
  return errors;
}

function brokenSpots(session: Session, path: string): FieldError[] {
  const { availableSpots, totalSpots, totalAggregatorSpots, status } = session;
  const field = `${path}/availableSpots`;
  const errors: FieldError[] = [];
  if (availableSpots > totalSpots) {
    errors.push({ path: field, message: 'must not be more than totalSpots' });
  }
  if (totalAggregatorSpots !== null && availableSpots > totalAggregatorSpots) {
    errors.push({ path: field, message: 'must not be more than totalAggregatorSpots' });
  }
  if (status !== 'scheduled' && availableSpots !== 0) {
    errors.push({ path: field, message: `must be 0 while the status is ${status}` });
  }
  return errors;
}

function brokenCancellation(session: Session, path: string): FieldError[] {
  const { status, cancelledAt, cancellationReason } = session;
  const errors: FieldError[] = [];
  if (status === 'cancelled' && cancelledAt === null) {
    errors.push({ path: `${path}/cancelledAt`, message: 'must be set when cancelled' });
  }
  if (status === 'scheduled' && cancelledAt !== null) {
    errors.push({ path: `${path}/cancelledAt`, message: 'must be null while scheduled' });
  }
  if (status === 'scheduled' && cancellationReason !== null) {
    errors.push({ path: `${path}/cancellationReason`, message: 'must be null while scheduled' });
  }
  return errors;
}
