import { checkInRefusal } from './check-in';

const start = new Date('2026-11-30T17:30:00Z');
const minutes = (count: number) => count * 60_000;
const at = (offset: number) => new Date(start.getTime() + offset);

describe('checkInRefusal', () => {
  it.each([
    [-minutes(30) - 1, 'check_in_window_closed'],
    [-minutes(30), null],
    [0, null],
    [minutes(5), null],
    [minutes(5) + 1, 'check_in_window_closed'],
  ])('%i ms from the start: %s', (offset, refusal) => {
    expect(checkInRefusal({ status: 'confirmed', startsAt: start }, at(offset))).toBe(refusal);
    expect(checkInRefusal({ status: 'no_show', startsAt: start }, at(offset))).toBe(refusal);
  });

  it('does not mind a repeat, however late', () => {
    expect(checkInRefusal({ status: 'checked_in', startsAt: start }, at(1e12))).toBeNull();
  });

  it.each(['cancelled', 'late_cancelled', 'cancelled_by_venue'] as const)(
    'refuses what is %s, inside the window and outside',
    (status) => {
      expect(checkInRefusal({ status, startsAt: start }, start)).toBe('booking_cancelled');
      expect(checkInRefusal({ status, startsAt: start }, at(1e12))).toBe('booking_cancelled');
    },
  );
});
