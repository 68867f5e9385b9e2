import type { Session } from '../contract/types';

/** Gives a valid session for tests; `change` replaces fields. */
export function sessionFixture(change: Partial<Session> = {}): Session {
  return {
    id: 's-1',
    version: 1,
    status: 'scheduled',
    class: { id: 'c-1', name: 'Zumba', kind: 'class', description: null },
    startsAt: '2026-11-30T18:30:00+01:00',
    endsAt: '2026-11-30T19:30:00+01:00',
    timeZone: 'Europe/Amsterdam',
    room: 'Room 2',
    teacher: null,
    totalSpots: 16,
    totalAggregatorSpots: 4,
    availableSpots: 3,
    bookingOpensAt: null,
    bookingClosesAt: '2026-11-30T18:15:00+01:00',
    lateCancelAt: '2026-11-30T10:30:00+01:00',
    cancelledAt: null,
    cancellationReason: null,
    ...change,
  };
}
