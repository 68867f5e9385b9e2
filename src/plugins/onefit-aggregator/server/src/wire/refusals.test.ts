import fc from 'fast-check';
import {
  bookingRefusal,
  cancellationRefusal,
  checkInRefusal,
  isBookingWindowOpen,
} from './refusals';
import type { BookableSession, BookingFacts } from './refusals';
import { bookingStatusSchema } from './schemas/booking';

const start = new Date('2026-11-30T17:30:00Z');
const now = new Date('2026-11-30T12:00:00Z');
const minutes = (count: number) => count * 60_000;
const at = (offset: number) => new Date(start.getTime() + offset);

const bookable: BookableSession = {
  everOffered: true,
  cancelled: false,
  withdrawn: false,
  bookingOpensAt: null,
  bookingClosesAt: at(-minutes(15)),
  availableSpots: 1,
};

/** Each refusal with what causes it, in the order of the contract. */
const causes: [string, (facts: BookingFacts) => BookingFacts][] = [
  ['session_cancelled', (facts) => withSession(facts, { cancelled: true })],
  ['session_withdrawn', (facts) => withSession(facts, { withdrawn: true })],
  ['booking_window_closed', (facts) => withSession(facts, { bookingClosesAt: now })],
  ['already_booked', (facts) => ({ ...facts, alreadyBooked: true })],
  ['session_full', (facts) => withSession(facts, { availableSpots: 0 })],
];

function withSession(facts: BookingFacts, changes: Partial<BookableSession>): BookingFacts {
  return { ...facts, session: facts.session && { ...facts.session, ...changes } };
}

describe('bookingRefusal', () => {
  const free: BookingFacts = { session: bookable, alreadyBooked: false };

  it('lets a free spot be booked', () => {
    expect(bookingRefusal(free, now)).toBeNull();
  });

  it('gives the first reason in order, whichever others apply', () => {
    fc.assert(
      fc.property(fc.subarray(causes, { minLength: 1 }), (applying) => {
        const facts = applying.reduce((current, [, apply]) => apply(current), free);
        expect(bookingRefusal(facts, now)).toBe(applying[0]?.[0]);
        // What is not there for Onefit is not there, whatever else is true of it.
        expect(bookingRefusal(withSession(facts, { everOffered: false }), now)).toBe('not_found');
      }),
    );
  });

  it('does not find a session that is unknown', () => {
    expect(bookingRefusal({ session: null, alreadyBooked: true }, now)).toBe('not_found');
  });

  it.each([
    [{ bookingOpensAt: now }, true],
    [{ bookingOpensAt: new Date(now.getTime() + 1) }, false],
    [{ bookingClosesAt: now }, false],
    [{ bookingClosesAt: new Date(now.getTime() + 1) }, true],
  ])('window %j is open: %s', (changes, open) => {
    expect(isBookingWindowOpen({ ...bookable, ...changes }, now)).toBe(open);
  });
});

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

describe('cancellationRefusal', () => {
  const expected = {
    confirmed: [null, 'cancellation_not_permitted'],
    checked_in: ['cancellation_not_permitted', 'cancellation_not_permitted'],
    no_show: [null, 'cancellation_not_permitted'],
    cancelled: [null, null],
    late_cancelled: [null, null],
    cancelled_by_venue: [null, null],
  };

  it.each(bookingStatusSchema.options)('of a booking that is %s', (status) => {
    const before = cancellationRefusal({ status, startsAt: start }, at(-1));
    const after = cancellationRefusal({ status, startsAt: start }, start);
    expect([before, after]).toEqual(expected[status]);
  });
});
