import type { BookingState } from '../venue/ports';
import { amountOf, byDay, countVisits, figure } from './figures';
import { visitsOf } from './visits';
import type { BookingFacts } from './visits';

const START = new Date('2026-11-10T18:00:00Z');
const HOUR = 3_600_000;
const FINAL = new Date('2026-12-04T00:00:00Z');

/** An instant so many hours before the class. */
const before = (hours: number) => new Date(START.getTime() - hours * HOUR);

let made = 0;

/** A booking with its history: `['confirmed', 20]` is "confirmed 20 hours before the start". */
function booking(
  changes: Array<[BookingState, number | Date]>,
  rest: Partial<BookingFacts> = {},
): BookingFacts {
  made += 1;
  return {
    documentId: `b-${String(made).padStart(4, '0')}`,
    appointment: 'a-1',
    startsAt: START,
    endsAt: new Date(START.getTime() + HOUR),
    lateFrom: before(8),
    changes: changes.map(([state, at]) => ({ state, at: at instanceof Date ? at : before(at) })),
    ...rest,
  };
}

const outcomes = (bookings: BookingFacts[], settled = true) =>
  visitsOf(bookings, FINAL, settled).map(({ outcome }) => outcome);

const expected = (facts: BookingFacts) => visitsOf([facts], FINAL, true)[0]?.expected;

describe('an expected visit', () => {
  it('holds a spot at the moment the cancellation period starts', () => {
    expect(expected(booking([['confirmed', 20]]))).toBe(true);
    expect(expected(booking([['confirmed', 7]]))).toBe(false);
    expect(expected(booking([['confirmed', 8]]))).toBe(false);
  });

  it('stays expected when it is cancelled from that moment on, and not when before', () => {
    const cancelled = (hours: number) =>
      booking([
        ['confirmed', 20],
        ['late_cancelled', hours],
      ]);
    expect(expected(cancelled(9))).toBe(false);
    expect(expected(cancelled(8))).toBe(true);
    expect(expected(cancelled(1))).toBe(true);
  });

  it('is none when the venue ended it', () => {
    expect(
      expected(
        booking([
          ['confirmed', 20],
          ['cancelled_by_venue', 2],
        ]),
      ),
    ).toBe(false);
  });

  it('is none for a cancellation that came before its booking', () => {
    expect(expected(booking([['cancelled', 20]]))).toBe(false);
  });
});

describe('what became of a booking', () => {
  it('is its last state, also where staff corrected themselves', () => {
    expect(
      outcomes([
        booking([
          ['confirmed', 20],
          ['checked_in', 0],
        ]),
        booking([
          ['confirmed', 20],
          ['no_show', -1],
        ]),
        booking([
          ['confirmed', 20],
          ['no_show', -1],
          ['checked_in', -2],
        ]),
        booking([
          ['confirmed', 20],
          ['cancelled', 10],
        ]),
        booking([
          ['confirmed', 20],
          ['cancelled_by_venue', 1],
        ]),
      ]),
    ).toEqual(['checked_in', 'no_show', 'checked_in', 'cancelled', 'ended_by_venue']);
  });

  it('is open while a check-in may still come, and a no-show when none came', () => {
    expect(outcomes([booking([['confirmed', 20]])], false)).toEqual(['open']);
    expect(outcomes([booking([['confirmed', 20]])], true)).toEqual(['no_show']);
  });

  it('does not change with what is recorded after the report became final', () => {
    const facts = booking([
      ['confirmed', 20],
      ['no_show', -1],
      ['checked_in', new Date('2026-12-04T00:00:01Z')],
    ]);
    expect(outcomes([facts])).toEqual(['no_show']);
    const onTime = booking([
      ['confirmed', 20],
      ['no_show', -1],
      ['checked_in', FINAL],
    ]);
    expect(outcomes([onTime])).toEqual(['checked_in']);
    expect(outcomes([booking([['confirmed', new Date('2026-12-05T00:00:00Z')]])])).toEqual([]);
  });
});

describe('the spot of a late cancellation', () => {
  const late = (hours: number, rest: Partial<BookingFacts> = {}) =>
    booking(
      [
        ['confirmed', 30],
        ['late_cancelled', hours],
      ],
      rest,
    );
  const came = (hours: number, rest: Partial<BookingFacts> = {}) =>
    booking(
      [
        ['confirmed', hours],
        ['checked_in', 0],
      ],
      rest,
    );

  it('is refilled by a booking of Onefit that comes afterwards', () => {
    expect(outcomes([late(5), came(4)])).toEqual(['late_refilled', 'checked_in']);
  });

  it('is not refilled by one that was there before, or in another appointment', () => {
    expect(outcomes([late(5), came(6)])[0]).toBe('late_cancelled');
    expect(outcomes([late(5), came(5)])[0]).toBe('late_cancelled');
    expect(outcomes([late(5), came(4, { appointment: 'a-2' })])[0]).toBe('late_cancelled');
  });

  it('is refilled once only: one booking takes one spot, the one that was free first', () => {
    expect(outcomes([late(3), late(5), came(2)])).toEqual([
      'late_cancelled',
      'late_refilled',
      'checked_in',
    ]);
  });

  it('is free again when the one who took it cancels too', () => {
    const cancelledInTime = booking([
      ['confirmed', 4],
      ['cancelled', 3],
    ]);
    expect(outcomes([late(5), cancelledInTime])[0]).toBe('late_cancelled');
    const cancelledLate = booking([
      ['confirmed', 4],
      ['late_cancelled', 3],
    ]);
    expect(outcomes([late(5), cancelledLate])).toEqual(['late_refilled', 'late_cancelled']);
  });
});

describe('the figures', () => {
  const visits = (checkIns: number, noShows: number) =>
    countVisits(
      visitsOf(
        [
          ...Array.from({ length: checkIns }, () =>
            booking([
              ['confirmed', 20],
              ['checked_in', 0],
            ]),
          ),
          ...Array.from({ length: noShows }, () =>
            booking([
              ['confirmed', 20],
              ['no_show', -1],
            ]),
          ),
        ],
        FINAL,
        true,
      ),
    );

  it.each([
    [19, 0, 0],
    [18, 1, 1],
    [19, 1, 0],
    [28, 2, 1],
    [95, 5, 0],
    [94, 6, 1],
    [0, 3, 3],
  ])('of %i check-ins and %i no-shows pay %i no-shows', (checkIns, noShows, paid) => {
    const counted = visits(checkIns, noShows);
    expect(figure(counted, 'expected')).toBe(checkIns + noShows);
    expect(figure(counted, 'paidNoShows')).toBe(paid);
    expect(figure(counted, 'unpaid')).toBe(noShows - paid);
  });

  it('count late cancellations that nobody refilled among the no-shows', () => {
    const counted = countVisits(
      visitsOf(
        [
          booking([
            ['confirmed', 20],
            ['late_cancelled', 5],
          ]),
        ],
        FINAL,
        true,
      ),
    );
    expect(figure(counted, 'lateCancels')).toBe(1);
    expect(figure(counted, 'noShows')).toBe(0);
    expect(figure(counted, 'paidNoShows')).toBe(1);
  });

  it('lie on the day of the venue, not of Greenwich', () => {
    const late = booking(
      [
        ['confirmed', 20],
        ['checked_in', 0],
      ],
      { startsAt: new Date('2026-11-10T23:30:00Z') },
    );
    const days = byDay(countVisits(visitsOf([late], FINAL, true)), '2026-11', 'Europe/Amsterdam');
    expect(days).toHaveLength(30);
    expect(days.filter(({ checkIns }) => checkIns > 0)).toEqual([
      { day: '2026-11-11', checkIns: 1, noShows: 0, lateCancels: 0 },
    ]);
  });
});

describe('the amount', () => {
  const price = (priceCents: number, vatBasisPoints = 900) => ({
    validFrom: '2026-01',
    priceCents,
    vatBasisPoints,
  });

  it.each([
    [3, price(833), 2499, 225, 2724],
    [1, price(50), 50, 5, 55],
    [1, price(5), 5, 0, 5],
    [1, price(6), 6, 1, 7],
    [0, price(833), 0, 0, 0],
    [7, price(1010, 2100), 7070, 1485, 8555],
    [100_000, price(1_000_000), 100_000_000_000, 9_000_000_000, 109_000_000_000],
  ])('of %i visits is exact to the cent', (visits, agreed, netCents, vatCents, grossCents) => {
    expect(amountOf(visits, agreed)).toEqual({ visits, netCents, vatCents, grossCents });
  });
});
