import { expectedSession } from './expected-session';
import type { SessionFacts } from './expected-session';
import { FACTS } from './hand-made';
import { onTheWall } from './wall-clock';

function expectedWith(change: {
  appointment?: Partial<SessionFacts['appointment']>;
  activity?: Partial<SessionFacts['activity']>;
  orderActive?: boolean;
}) {
  return expectedSession({
    ...FACTS,
    appointment: { ...FACTS.appointment, ...change.appointment },
    activity: { ...FACTS.activity, ...change.activity },
    orderActive: change.orderActive ?? true,
  });
}

describe('the session that Onefit should hold', () => {
  it('is what the contract says, field by field', () => {
    expect(expectedSession(FACTS)).toEqual({
      id: 's-1',
      status: 'scheduled',
      class: { id: 'a-1', name: 'Yoga', kind: 'class', description: null },
      startsAt: '2027-03-28T09:30:00+02:00',
      endsAt: '2027-03-28T10:30:00+02:00',
      timeZone: 'Europe/Amsterdam',
      room: 'Hall 2',
      teacher: null,
      totalSpots: 16,
      totalAggregatorSpots: 4,
      availableSpots: 2,
      bookingOpensAt: '2027-03-27T08:30:00+01:00',
      bookingClosesAt: '2027-03-28T09:15:00+02:00',
      lateCancelAt: '2027-03-28T00:30:00+01:00',
      cancelledAt: null,
      cancellationReason: null,
    });
  });

  it('is bounded by the capacity too, and never below nothing', () => {
    expect(expectedWith({ appointment: { capacity: 4 } }).availableSpots).toBe(1);
    expect(expectedWith({ appointment: { capacity: 2 } }).availableSpots).toBe(0);
    const unlimited = expectedWith({ activity: { aggregator_spot_limit: null } });
    expect([unlimited.totalAggregatorSpots, unlimited.availableSpots]).toEqual([null, 13]);
  });

  it('follows the appointment’s own rule and limit where it has them', () => {
    const own = expectedWith({ appointment: { aggregator_bookings: 'allowed' } });
    expect([own.status, own.totalAggregatorSpots, own.availableSpots]).toEqual(['scheduled', 1, 0]);
    expect(expectedWith({ appointment: { aggregator_bookings: 'not_allowed' } })).toMatchObject({
      status: 'withdrawn',
      availableSpots: 0,
    });
  });

  it('is withdrawn with the rule and with the order, and cancelled before all', () => {
    expect(expectedWith({ activity: { aggregator_bookings: 'not_allowed' } }).status).toBe(
      'withdrawn',
    );
    expect(expectedWith({ orderActive: false }).status).toBe('withdrawn');
    const cancelled = {
      state: 'cancelled' as const,
      cancelled_at: new Date('2027-03-01T09:00:00.999Z'),
      cancellation_reason: 'Ill',
    };
    expect(expectedWith({ appointment: cancelled, orderActive: false })).toMatchObject({
      status: 'cancelled',
      availableSpots: 0,
      cancelledAt: '2027-03-01T10:00:00+01:00',
      cancellationReason: 'Ill',
    });
  });
});

describe('the wall clock', () => {
  it.each([
    ['2027-10-31T00:30:00Z', 'Europe/Amsterdam', '2027-10-31T02:30:00+02:00'],
    ['2027-10-31T01:30:00Z', 'Europe/Amsterdam', '2027-10-31T02:30:00+01:00'],
    ['2027-01-05T12:00:59.999Z', 'Australia/Lord_Howe', '2027-01-05T23:00:59+11:00'],
    ['2027-07-05T12:00:00Z', 'Australia/Lord_Howe', '2027-07-05T22:30:00+10:30'],
    ['2027-01-05T02:00:00Z', 'America/New_York', '2027-01-04T21:00:00-05:00'],
    ['2027-01-05T02:00:00Z', 'UTC', '2027-01-05T02:00:00+00:00'],
  ])('shows %s in %s as %s', (instant, timeZone, shown) => {
    expect(onTheWall(new Date(instant), timeZone)).toBe(shown);
  });
});
