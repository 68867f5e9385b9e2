import type { Mutant } from './mutant';

const SPOT = 'src/api/booking/domain/spot.ts';
const CANCEL = 'src/api/booking/domain/cancel.ts';
const race = { suite: 'race' } as const;
const overtaken = { suite: 'integration', files: 'booking-overtaken' } as const;
const bookings = { suite: 'integration', files: 'inbound-(bookings|spots)' } as const;

/** Faults in the SQL of booking and cancelling. */
export const BOOKING_MUTANTS: Mutant[] = [
  {
    name: 'the spot is taken without a guard',
    breaks: 'never more bookings than spots',
    file: SPOT,
    from: "WHERE id = ? AND state = 'scheduled' AND booked < capacity${when}",
    to: "WHERE id = ? AND state = 'scheduled'${when}",
    judge: race,
  },
  {
    name: 'one booking more than there are spots',
    breaks: 'never more bookings than spots',
    file: SPOT,
    from: 'booked < capacity${when}',
    to: 'booked <= capacity${when}',
    judge: overtaken,
  },
  {
    name: 'the limit is ignored where the spot is taken',
    breaks: 'never more of Onefit’s bookings than its limit',
    file: SPOT,
    from: "'(spot_limit IS NULL OR booked_by_aggregator < spot_limit)'",
    to: "'(1 = 1)'",
    judge: overtaken,
  },
  {
    name: 'one of Onefit’s bookings more than its limit',
    breaks: 'never more of Onefit’s bookings than its limit',
    file: SPOT,
    from: 'booked_by_aggregator < spot_limit)',
    to: 'booked_by_aggregator <= spot_limit)',
    judge: overtaken,
  },
  {
    name: 'a cancelled appointment still gives its spots',
    breaks: 'no booking of a cancelled appointment',
    file: SPOT,
    from: "AND state = 'scheduled' AND booked",
    to: 'AND booked',
    judge: overtaken,
  },
  {
    name: 'a cancellation frees no spot',
    breaks: 'counters equal rows',
    file: SPOT,
    from: "trx.raw('booked - 1')",
    to: "trx.raw('booked')",
    judge: bookings,
  },
  {
    name: 'a cancellation leaves Onefit’s count',
    breaks: 'counters equal rows',
    file: SPOT,
    from: "trx.raw('booked_by_aggregator - 1')",
    to: "trx.raw('booked_by_aggregator')",
    judge: bookings,
  },
  {
    name: 'two cancellations at once free two spots',
    breaks: 'a cancelled spot is free once',
    file: CANCEL,
    from: ".where({ id: booking.id, state: 'confirmed' })",
    to: '.where({ id: booking.id })',
    judge: overtaken,
  },
  {
    name: 'a cancelled booking keeps its place',
    breaks: 'a member can book again after a cancellation',
    file: CANCEL,
    from: '.update({ state: outcome, active_key: null, modified_at: now, updated_at: now })',
    to: '.update({ state: outcome, modified_at: now, updated_at: now })',
    judge: overtaken,
  },
  {
    name: 'bookings of a cancelled appointment stay active',
    breaks: 'cancelling an appointment ends its bookings',
    file: CANCEL,
    from: 'await active().update({ ...outcome, active_key: null, updated_at: now });',
    to: 'await active().update({ updated_at: now });',
    judge: bookings,
  },
  {
    name: 'the appointment of any venue can be booked',
    breaks: 'venues are kept apart',
    file: 'src/api/booking/domain/book.ts',
    from: '(request.venue !== null && appointment.venue_key !== request.venue)',
    to: 'request.venue === undefined',
    judge: { suite: 'integration', files: 'inbound-isolation' },
  },
];
