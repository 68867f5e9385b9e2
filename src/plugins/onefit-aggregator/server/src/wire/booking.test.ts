import { isVenueOutcome, toBooking, toBookingOutcome } from './booking';
import type { BookingView } from './booking';
import { bookingOutcomeSchema, bookingSchema, bookingStatusSchema } from './schemas/booking';

const view: BookingView = {
  id: 'b-1',
  sessionId: 's-1',
  status: 'confirmed',
  memberId: 'm-1',
  bookedAt: new Date('2026-11-22T06:00:00.250Z'),
  modifiedAt: new Date('2026-11-22T07:00:00.999Z'),
};

it('a booking carries ids only, the product and UTC instants', () => {
  const booking = toBooking(view);
  expect(booking).toEqual({
    id: 'b-1',
    sessionId: 's-1',
    status: 'confirmed',
    member: { id: 'm-1' },
    product: 'Onefit',
    bookedAt: '2026-11-22T06:00:00Z',
    modifiedAt: '2026-11-22T07:00:00Z',
  });
  expect(bookingSchema.parse(booking)).toEqual(booking);
});

it('an outcome carries the version', () => {
  const outcome = toBookingOutcome({ ...view, status: 'no_show' }, 3);
  expect(outcome).toEqual({
    id: 'b-1',
    sessionId: 's-1',
    status: 'no_show',
    modifiedAt: '2026-11-22T07:00:00Z',
    version: 3,
  });
  expect(bookingOutcomeSchema.parse(outcome)).toEqual(outcome);
});

it('tells the outcomes of the venue from what Onefit said itself', () => {
  expect(bookingStatusSchema.options.filter(isVenueOutcome)).toEqual([
    'cancelled_by_venue',
    'checked_in',
    'no_show',
  ]);
});
