import type { BookingOutcome } from '../contract/types';
import type { BookingRecord } from './records';
import { receiveBookings } from './receive-bookings';
import { OnefitStore } from './store';

const VENUE = '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';

function setUp(status: BookingRecord['status'] = 'confirmed') {
  const store = new OnefitStore();
  const booking: BookingRecord = {
    id: 'b-1',
    venueId: VENUE,
    sessionId: 's-1',
    member: { id: 'm-1', firstName: 'Sam', lastName: 'Visser' },
    status,
    version: 0,
    modifiedAt: null,
    steps: [],
  };
  store.bookings.set(booking.id, booking);
  const receive = (change: Partial<BookingOutcome> = {}) =>
    receiveBookings(
      store,
      store.venue(VENUE),
      [
        {
          id: 'b-1',
          sessionId: 's-1',
          status: 'checked_in',
          modifiedAt: '2026-11-22T06:00:00+01:00',
          version: 1,
          ...change,
        },
      ],
      { number: store.nextArrival(), at: new Date() },
    )[0];
  return { store, booking, receive };
}

describe('receiveBookings', () => {
  it("takes the venue's word, once for each version", () => {
    const { booking, receive, store } = setUp();
    expect(receive({ version: 2, status: 'no_show' })?.outcome).toBe('accepted');
    expect(receive({ version: 2, status: 'no_show' })?.outcome).toBe('stale');
    expect(booking).toMatchObject({ status: 'no_show', version: 2 });
    expect(booking.steps).toHaveLength(1);
    expect(receive({ version: 1 })?.outcome).toBe('stale');
    expect(booking.status).toBe('no_show');
    expect(store.violations.map(({ rule }) => rule)).toEqual(['booking_version_fell']);
  });

  it.each(['cancelled', 'late_cancelled', 'cancelled_by_venue'] as const)(
    'brings no booking back to life that is %s',
    (status) => {
      const { booking, receive, store } = setUp(status);
      expect(receive()).toMatchObject({ outcome: 'rejected', code: 'booking_cancelled' });
      expect(booking.status).toBe(status);
      expect(store.violations.map(({ rule }) => rule)).toEqual(['booking_returned']);
    },
  );

  it('rejects a booking it never made, and one of another session', () => {
    const { receive } = setUp();
    expect(receive({ id: 'b-2' })?.code).toBe('booking_unknown');
    expect(receive({ sessionId: 's-2' })?.code).toBe('booking_mismatch');
  });

  it('takes unknown bookings when it is told to', () => {
    const { receive, store } = setUp();
    store.acceptUnknownBookings = true;
    expect(receive({ id: 'b-2' })?.outcome).toBe('accepted');
    expect(receive({ id: 'b-2' })?.outcome).toBe('stale');
    expect(store.bookings.get('b-2')?.status).toBe('checked_in');
  });
});
