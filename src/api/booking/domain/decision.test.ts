import fc from 'fast-check';
import type { AppointmentRow } from '../../appointment/domain/appointment-row';
import { hasFreeSpot, refusalOf } from './decision';
import type { BookingFacts, BookingRefusal } from './decision';

const start = new Date('2026-11-30T17:30:00Z');
const MINUTE = 60_000;

const row: AppointmentRow = {
  id: 1,
  document_id: 'a-1',
  venue_key: 'v-1',
  activity_key: 'c-1',
  state: 'scheduled',
  starts_at: start,
  ends_at: new Date(start.getTime() + 60 * MINUTE),
  capacity: 2,
  booked: 0,
  booked_by_aggregator: 0,
  aggregator_allowed: true,
  spot_limit: null,
  booking_opens_minutes: null,
  booking_closes_minutes: 15,
  late_cancel_minutes: 480,
};

const byOnefit: BookingFacts = {
  source: 'onefit',
  now: new Date(start.getTime() - 60 * MINUTE),
  holdsPlace: false,
  aggregatorsServed: true,
};
const byStaff: BookingFacts = { ...byOnefit, source: 'own', aggregatorsServed: false };

/** Each reason with what causes it, in the contract's order. */
const CAUSES: Array<[BookingRefusal, Partial<AppointmentRow>, Partial<BookingFacts>]> = [
  ['appointment_cancelled', { state: 'cancelled' }, {}],
  ['not_offered', { aggregator_allowed: false }, {}],
  ['booking_window_closed', {}, { now: start }],
  ['already_booked', {}, { holdsPlace: true }],
  ['appointment_full', { booked: 2 }, {}],
];

describe('a place for a member of Onefit', () => {
  it('is given when nothing speaks against it', () => {
    expect(refusalOf(row, byOnefit)).toBeNull();
  });

  it('is refused for the first of all reasons that apply', () => {
    const subsets = fc.subarray(CAUSES, { minLength: 1 });
    fc.assert(
      fc.property(subsets, (causes) => {
        const given = Object.assign({}, row, ...causes.map(([, changes]) => changes)) as typeof row;
        const facts = Object.assign(
          {},
          byOnefit,
          ...causes.map(([, , changes]) => changes),
        ) as BookingFacts;
        // A sub-array keeps the order, so its first cause is the one to name.
        expect(refusalOf(given, facts)).toBe(causes[0]?.[0]);
      }),
    );
  });

  it('is refused while the extension is not ordered, whatever the rule says', () => {
    expect(refusalOf(row, { ...byOnefit, aggregatorsServed: false })).toBe('not_offered');
  });

  it('is given up to, and not at, the minute in which booking closes', () => {
    const at = (minutesBefore: number) =>
      refusalOf(row, { ...byOnefit, now: new Date(start.getTime() - minutesBefore * MINUTE) });
    expect(at(15.001)).toBeNull();
    expect(at(15)).toBe('booking_window_closed');
  });

  it('is given from the minute on in which booking opens', () => {
    const opening = { ...row, booking_opens_minutes: 120 };
    const at = (minutesBefore: number) =>
      refusalOf(opening, { ...byOnefit, now: new Date(start.getTime() - minutesBefore * MINUTE) });
    expect(at(120.001)).toBe('booking_window_closed');
    expect(at(120)).toBeNull();
  });

  it('reads flags and instants as any of the databases gives them', () => {
    const stored = { ...row, aggregator_allowed: 1, starts_at: start.getTime() };
    expect(refusalOf(stored, byOnefit)).toBeNull();
    for (const aggregator_allowed of [0, null]) {
      expect(refusalOf({ ...row, aggregator_allowed }, byOnefit)).toBe('not_offered');
    }
  });
});

describe('a place that staff give', () => {
  it('needs neither the rule, nor the window, nor the limit', () => {
    const given = { ...row, aggregator_allowed: false, spot_limit: 0 };
    expect(refusalOf(given, { ...byStaff, now: start })).toBeNull();
  });

  it('is refused for a cancelled or full appointment, and to who has one', () => {
    expect(refusalOf({ ...row, state: 'cancelled' }, byStaff)).toBe('appointment_cancelled');
    expect(refusalOf({ ...row, booked: 2 }, byStaff)).toBe('appointment_full');
    expect(refusalOf(row, { ...byStaff, holdsPlace: true })).toBe('already_booked');
  });
});

describe('a free spot', () => {
  const few = fc.nat(8);

  it('is left for Onefit exactly when capacity and limit both leave one', () => {
    fc.assert(
      fc.property(few, few, few, fc.option(few), (capacity, own, aggregator, spot_limit) => {
        const counts = {
          capacity,
          booked: own + aggregator,
          booked_by_aggregator: aggregator,
          spot_limit,
        };
        const byCapacity = capacity - own - aggregator;
        const byLimit = spot_limit === null ? Infinity : spot_limit - aggregator;
        expect(hasFreeSpot(counts, 'onefit')).toBe(Math.min(byCapacity, byLimit) > 0);
        expect(hasFreeSpot(counts, 'own')).toBe(byCapacity > 0);
      }),
    );
  });
});
