/** Examples of the published document, made by the same code that makes the answers. */
import { toBooking } from './booking';
import type { BookingView } from './booking';
import { writeBookingCursor, writeSessionCursor } from './cursor';
import { toSession } from './session';
import type { SessionView } from './session';
import { toVenue } from './venue';

const venueId = '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';

const sessionView: SessionView = {
  id: 'k3v9x1q8m2n7p4r6t5w0y8z2',
  state: 'scheduled',
  offered: true,
  class: {
    id: 'a1b2c3d4e5f6g7h8j9k0l1m2',
    name: 'Vinyasa Yoga',
    kind: 'class',
    description: 'An hour of flowing movement. Mats are there.',
  },
  startsAt: new Date('2026-11-30T17:30:00Z'),
  endsAt: new Date('2026-11-30T18:30:00Z'),
  timeZone: 'Europe/Amsterdam',
  room: 'Studio 1',
  teacher: 'Noor',
  capacity: 16,
  booked: 9,
  bookedByAggregator: 1,
  spotLimit: 4,
  bookingOpensAt: null,
  bookingClosesAt: new Date('2026-11-30T17:15:00Z'),
  lateCancelAt: new Date('2026-11-30T09:30:00Z'),
  cancelledAt: null,
  cancellationReason: null,
};

const bookingView: BookingView = {
  id: 'b-1',
  sessionId: sessionView.id,
  status: 'confirmed',
  memberId: 'm-1',
  bookedAt: new Date('2026-11-22T06:00:00Z'),
  modifiedAt: new Date('2026-11-22T06:00:00Z'),
};

export const exampleVenue = toVenue({
  id: venueId,
  companyId: '0b7e7c1e-52a5-4b0e-9a52-6b1de6f4c5d2',
  name: 'Studio West',
  timeZone: 'Europe/Amsterdam',
  link: { onefitVenueId: 'onefit-77', linkedAt: new Date('2026-11-20T09:00:00Z') },
});

export const exampleSession = toSession(sessionView, 7);
export const exampleBooking = toBooking(bookingView);
export const exampleCancelledBooking = toBooking({
  ...bookingView,
  status: 'late_cancelled',
  modifiedAt: new Date('2026-11-30T12:00:00Z'),
});
export const exampleCheckedInBooking = toBooking({
  ...bookingView,
  status: 'checked_in',
  modifiedAt: new Date('2026-11-30T17:20:00Z'),
});

export const exampleSessionList = {
  sessions: [exampleSession],
  nextCursor: writeSessionCursor(sessionView, venueId),
};
export const exampleBookingList = {
  bookings: [exampleBooking],
  nextCursor: writeBookingCursor(bookingView, venueId),
};

export const exampleLinkRequest = {
  companyId: exampleVenue.companyId,
  onefitVenueId: 'onefit-77',
};
export const exampleBookingRequest = {
  sessionId: sessionView.id,
  member: { id: 'm-1', firstName: 'Zoë', lastName: 'Member', email: 'zoe@example.org' },
};
export const exampleCancelRequest = { late: true, cancelledAt: '2026-11-30T13:00:00+01:00' };
export const exampleCheckInRequest = { at: '2026-11-30T18:20:00+01:00' };
