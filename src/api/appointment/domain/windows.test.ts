import { windowsOf } from './windows';

const timed = {
  starts_at: new Date('2026-11-30T17:30:00Z'),
  booking_opens_minutes: 7 * 24 * 60,
  booking_closes_minutes: 15,
  late_cancel_minutes: 8 * 60,
};

describe('the windows of an appointment', () => {
  it('count back from its start', () => {
    expect(windowsOf(timed)).toEqual({
      opensAt: new Date('2026-11-23T17:30:00Z'),
      closesAt: new Date('2026-11-30T17:15:00Z'),
      lateCancelAt: new Date('2026-11-30T09:30:00Z'),
    });
  });

  it('are open from the beginning where no opening is set', () => {
    expect(windowsOf({ ...timed, booking_opens_minutes: null }).opensAt).toBeNull();
  });

  it('may end with the start itself', () => {
    const { closesAt, lateCancelAt } = windowsOf({
      ...timed,
      booking_closes_minutes: 0,
      late_cancel_minutes: 0,
    });
    expect([closesAt, lateCancelAt]).toEqual([timed.starts_at, timed.starts_at]);
  });

  it('are the same for whatever form a database gives the start in', () => {
    for (const starts_at of [timed.starts_at.getTime(), timed.starts_at.toISOString()]) {
      expect(windowsOf({ ...timed, starts_at })).toEqual(windowsOf(timed));
    }
  });
});
